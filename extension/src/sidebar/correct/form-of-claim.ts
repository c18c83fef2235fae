/** A claim that was sent, as a form to correct: what it holds is what went out, and nothing of it is read from a page. */
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { formFromReading, type VisitForm } from '../visit/form.ts';

/** How a corrected claim follows the one that came back. */
export type Correction = 'resend' | 'replacement';

/**
 * A replacement carries frequency 7 and the payer's number (REF*F8); what is sent again after a rejection stays of the kind that
 * was rejected.
 */
export function formOfClaim({ claim, payerClaimControlNumber }: ClaimDetail, how: Correction): VisitForm {
  const draft: ClaimDraft =
    how === 'resend'
      ? claim
      : { ...claim, frequency: '7', payerClaimControlNumber: payerClaimControlNumber ?? undefined };
  return formFromReading({ draft, provenance: {}, notes: [] });
}

/** Nothing would go to the payer that it has not had. */
export const isUnchanged = (form: VisitForm): boolean =>
  JSON.stringify(form.draft) === JSON.stringify(form.read.draft);
