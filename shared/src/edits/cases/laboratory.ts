/** Cases of families/laboratory.ts. */
import { laboratoryClaim, medicareClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const laboratoryCases: readonly EditCase[] = [
  editCase(
    'clia-needed',
    'warning',
    first('cliaNumber'),
    { cliaNumber: undefined },
    { cliaNumber: undefined, [first('cliaNumber')]: '14D1234567', 'serviceLines.1.cliaNumber': '14D1234567' },
    { claim: laboratoryClaim },
  ),
  editCase(
    'clia-needed',
    'warning',
    first('cliaNumber'),
    { [first('procedureCode')]: '85025' },
    { [first('procedureCode')]: '86580' },
    { claim: medicareClaim },
  ),
  editCase(
    'clia-referring',
    'warning',
    'serviceLines.1.referringCliaNumber',
    { 'serviceLines.1.referringCliaNumber': undefined },
    { 'serviceLines.1.referringCliaNumber': undefined, 'serviceLines.1.modifiers': [] },
    { claim: laboratoryClaim },
  ),
  editCase(
    'mammography-certificate',
    'warning',
    first('mammographyCertificationNumber'),
    { [first('procedureCode')]: '77067', [first('modifiers')]: [] },
    { [first('procedureCode')]: '77067', [first('modifiers')]: ['26'] },
    { claim: medicareClaim },
  ),
];
