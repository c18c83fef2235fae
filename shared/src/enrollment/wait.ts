/** What claims to a payer wait for, as its enrollment for claims stands. */
import type { Enrollment } from '../api/enrollments.ts';
import { isMedicare } from '../edits/payer-kinds.ts';

export type EnrollmentWait = 'needed' | 'sent' | 'refused' | 'not-told';

interface Kind {
  readonly claimFilingIndicator?: string | undefined;
}

export function isVeteransAffairs({ claimFilingIndicator }: Kind): boolean {
  return claimFilingIndicator === 'VA';
}

/** Undefined when claims may go. After Medicare has approved, the clearinghouse has to be told before the first claim. */
export function claimsWaitFor(
  { state, toldOn }: Pick<Enrollment, 'state' | 'toldOn'>,
  payer: Kind | undefined,
): EnrollmentWait | undefined {
  if (state === 'approved') return isMedicare(payer) && !toldOn ? 'not-told' : undefined;
  return state === 'not-needed' ? undefined : state;
}
