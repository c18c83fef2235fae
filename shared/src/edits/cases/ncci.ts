/** Cases of families/ncci.ts. */
import { type EditCase, editCase } from './case.ts';
import { first, known, line } from './pieces.ts';

export const ncciCases: readonly EditCase[] = [
  editCase(
    'ncci-pair',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: [] },
    {},
    known({
      pairEdit: (one, two) => (one === '97110' && two === '99214' ? { modifierAllowed: true } : undefined),
    }),
  ),
  editCase(
    'ncci-pair',
    'warning',
    'serviceLines.1.procedureCode',
    {},
    { 'serviceLines.1.serviceDate': '2026-11-17' },
    known({
      pairEdit: (one, two) => (one === '99214' && two === '97110' ? { modifierAllowed: false } : undefined),
    }),
  ),
  editCase(
    'ncci-units',
    'warning',
    'serviceLines.1.units',
    { 'serviceLines.1.units': 9 },
    { 'serviceLines.1.units': 8 },
    known({ maximumUnits: (code) => (code === '97110' ? { units: 8, per: 'line' } : undefined) }),
  ),
  editCase(
    'ncci-units',
    'warning',
    'serviceLines.1.units',
    { 'serviceLines.0': line({ units: 7 }) },
    { 'serviceLines.0': line({ units: 6 }) },
    known({ maximumUnits: () => ({ units: 8, per: 'day' }) }),
  ),
];
