/** A claim that was sent, as a form to correct: what it holds is what went out, and nothing of it is read from a page. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { nextPayerDraft } from '@claimside/shared/coordination';
import { formFromReading, type VisitForm } from '../visit/form.ts';

/** How a corrected claim follows the one that came back. */
export type Correction = 'resend' | 'replacement' | 'next-payer';

/**
 * A replacement carries frequency 7 and the payer's number (REF*F8), what goes to the next insurance the decision of the one before;
 * what is sent again after a rejection stays of the kind that was rejected.
 */
export function formOfClaim(claim: ClaimDetail, how: Correction): VisitForm {
  return formFromReading({ draft: draftOf(claim, how), provenance: {}, notes: [] });
}

function draftOf(earlier: ClaimDetail, how: Correction): ClaimDraft {
  const { claim, payerClaimControlNumber } = earlier;
  switch (how) {
    case 'resend':
      return claim;
    case 'next-payer':
      return nextPayerDraft({ ...earlier, events: [...earlier.carried, ...earlier.events] });
    case 'replacement':
      return { ...claim, frequency: '7', payerClaimControlNumber: payerClaimControlNumber ?? undefined };
  }
}

/** Nothing would go to the payer that it has not had. */
export const isUnchanged = (form: VisitForm): boolean =>
  JSON.stringify(form.draft) === JSON.stringify(form.read.draft);
