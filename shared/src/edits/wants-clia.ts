/** Which service lines are billed with the CLIA number of the laboratory (CMS, CLIA edits). */
import type { ClaimDraft } from '../claim/index.ts';
import { isMedicare } from './payer-kinds.ts';
import { CLIA_TESTS, isIn } from './tables/procedures.ts';

interface Line {
  readonly procedureCode?: string | undefined;
  readonly modifiers?: readonly string[] | undefined;
}

/** A test for Medicare, and one marked as waived (QW) for anyone; not one that was only read (26). */
export function wantsClia(
  { procedureCode, modifiers = [] }: Line,
  coverage: ClaimDraft['coverage'],
): boolean {
  if (!procedureCode || modifiers.includes('26')) return false;
  return modifiers.includes('QW') || (isMedicare(coverage) && isIn(procedureCode, CLIA_TESTS));
}
