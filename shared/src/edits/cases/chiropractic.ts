/** Cases of families/chiropractic.ts. */
import { chiropracticClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';
import { first } from './pieces.ts';

export const chiropracticCases: readonly EditCase[] = [
  editCase(
    'chiropractic-at',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: [] },
    { [first('modifiers')]: ['GA'] },
    { claim: chiropracticClaim },
  ),
  editCase(
    'chiropractic-at',
    'warning',
    first('modifiers'),
    { [first('modifiers')]: [] },
    { [first('modifiers')]: [], 'coverage.claimFilingIndicator': 'CI' },
    { claim: chiropracticClaim },
  ),
  editCase(
    'chiropractic-initial-treatment',
    'warning',
    'initialTreatmentDate',
    { initialTreatmentDate: undefined },
    { initialTreatmentDate: undefined, [first('initialTreatmentDate')]: '2026-11-02' },
    { claim: chiropracticClaim },
  ),
];
