/** Cases of families/units.ts. */
import { chiropracticClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const unitsCases: readonly EditCase[] = [
  editCase('units', 'error', first('units'), { [first('units')]: 0 }, { [first('units')]: 0.5 }),
  editCase('units', 'error', first('units'), { [first('units')]: 1.2345 }, { [first('units')]: 1.125 }),
  editCase(
    'units',
    'error',
    'serviceLines.1.units',
    { 'serviceLines.1.units': 100_000 },
    { 'serviceLines.1.units': 4 },
  ),
  editCase(
    'units-a-day',
    'warning',
    first('units'),
    { [first('units')]: 2 },
    {
      [first('units')]: 2,
      [first('procedureCode')]: '99232',
      [first('serviceDateEnd')]: '2026-11-17',
      placeOfService: '22',
    },
  ),
  editCase(
    'units-a-day',
    'warning',
    first('units'),
    { [first('units')]: 2 },
    {},
    { claim: chiropracticClaim },
  ),
];
