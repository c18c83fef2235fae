/** Cases of families/anesthesia.ts. */
import { anesthesiaClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const anesthesiaCases: readonly EditCase[] = [
  editCase(
    'anesthesia-minutes',
    'warning',
    first('unitOfMeasure'),
    { [first('unitOfMeasure')]: undefined },
    { [first('unitOfMeasure')]: undefined, [first('procedureCode')]: '01996' },
    { claim: anesthesiaClaim },
  ),
  editCase('anesthesia-minutes', 'warning', first('unitOfMeasure'), { [first('unitOfMeasure')]: 'MJ' }, {}),
  editCase(
    'anesthesia-day',
    'warning',
    first('units'),
    { [first('units')]: 1441 },
    { [first('units')]: 1440 },
    { claim: anesthesiaClaim },
  ),
  editCase(
    'anesthesia-given-by',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: ['P2'] },
    { [first('modifiers')]: ['QZ'] },
    { claim: anesthesiaClaim },
  ),
];
