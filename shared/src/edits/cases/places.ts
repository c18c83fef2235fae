/** Cases of families/places.ts. */
import { drugClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const placesCases: readonly EditCase[] = [
  editCase('place-of-service', 'error', 'placeOfService', { placeOfService: '98' }, { placeOfService: '99' }),
  editCase(
    'place-of-service',
    'error',
    'serviceLines.1.placeOfService',
    { 'serviceLines.1.placeOfService': '1' },
    { 'serviceLines.1.placeOfService': '12' },
  ),
  editCase(
    'line-place-is-claims',
    'repaired',
    'serviceLines.1.placeOfService',
    { 'serviceLines.1.placeOfService': '11' },
    { 'serviceLines.1.placeOfService': '12' },
  ),
  editCase(
    'procedure-place',
    'warning',
    'placeOfService',
    { [first('procedureCode')]: '99223' },
    { [first('procedureCode')]: '99223', placeOfService: '22' },
  ),
  editCase(
    'procedure-place',
    'warning',
    first('placeOfService'),
    { [first('procedureCode')]: '99284', [first('placeOfService')]: '20' },
    { [first('procedureCode')]: '99284', [first('placeOfService')]: '23' },
  ),
  editCase(
    'telehealth-hands-on',
    'warning',
    'placeOfService',
    { placeOfService: '10' },
    { placeOfService: '11' },
    { claim: drugClaim },
  ),
  editCase(
    'telehealth-hands-on',
    'warning',
    'serviceLines.1.placeOfService',
    { 'serviceLines.1.placeOfService': '02', 'serviceLines.1.procedureCode': '97140' },
    { 'serviceLines.1.placeOfService': '02', 'serviceLines.1.procedureCode': '97110' },
  ),
  editCase(
    'telehealth-modifier',
    'warning',
    first('modifiers'),
    { placeOfService: '10' },
    { placeOfService: '10', [first('modifiers')]: ['95'], 'serviceLines.1.modifiers': ['GP', '95'] },
    { context: { payer: { telehealthModifier: '95' } } },
  ),
];
