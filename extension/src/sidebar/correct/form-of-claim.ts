/** A claim that was sent, as a form to correct: what it holds is what went out and still counts, and nothing of it is read from a page. */
import { comesLater } from '@claimside/shared/advice';
import type { ClaimDetail } from '@claimside/shared/api';
import type { ClaimDraft } from '@claimside/shared/claim';
import { insteadDraft, nextPayerDraft } from '@claimside/shared/coordination';
import { decisionsIn, standingActs, stillSaidAtVisit } from '@claimside/shared/lifecycle';
import type { Cents } from '@claimside/shared/values';
import { formFromReading, type VisitForm } from '../visit/form.ts';

/** How a corrected claim follows the one that came back. */
export type Correction = 'resend' | 'replacement' | 'next-payer' | 'instead';

/** The insurance that was filled in already. */
export type TypedCoverage = Pick<ClaimDraft, 'coverage' | 'relationshipToSubscriber' | 'subscriber'>;

/** To them the same services are news. */
export const TO_ANOTHER: ReadonlySet<Correction> = new Set(['next-payer', 'instead']);

export const RESEND_WORDS = 'It was not taken. Correct it here and send it as a new claim.';

/**
 * A replacement carries frequency 7 and the payer's number (REF*F8), what goes to the next insurance the decision of the one before, and
 * what goes to another one instead nothing of the one that refused it;
 * what is sent again after a rejection stays of the kind that was rejected.
 */
export function formOfClaim(claim: ClaimDetail, how: Correction, typed?: TypedCoverage): VisitForm {
  return formOfDraft({ ...withCoverage(draftOf(claim, how), typed), patientPaidAmount: stillPaid(claim) });
}

/** Nothing of it is read from a page. */
export const formOfDraft = (draft: ClaimDraft): VisitForm =>
  formFromReading({ draft, provenance: {}, notes: [] });

/** In the turn that the draft is for. */
function withCoverage(draft: ClaimDraft, typed: TypedCoverage | undefined): ClaimDraft {
  if (!typed) return draft;
  const { coverage, relationshipToSubscriber, subscriber } = typed;
  return {
    ...draft,
    coverage: { ...coverage, rank: draft.coverage?.rank },
    relationshipToSubscriber,
    subscriber,
  };
}

/** The practice may have taken back since what was paid at the visit. */
function stillPaid({ claim, writtenBefore, events }: ClaimDetail): Cents | undefined {
  const acts = standingActs([...writtenBefore.map(({ event }) => event), ...events]);
  return stillSaidAtVisit(claim.patientPaidAmount, [...acts.values()]);
}

function draftOf(earlier: ClaimDetail, how: Correction): ClaimDraft {
  const { claim, payerClaimControlNumber } = earlier;
  switch (how) {
    case 'resend':
      return claim;
    case 'next-payer':
      return nextPayerDraft({ ...earlier, events: [...earlier.carried, ...earlier.events] });
    case 'instead': {
      const decisions = decisionsIn([...earlier.carried, ...earlier.events], earlier.totalCharge);
      return insteadDraft(claim, { comesLater: decisions.some(comesLater) });
    }
    case 'replacement':
      return { ...claim, frequency: '7', payerClaimControlNumber: payerClaimControlNumber ?? undefined };
  }
}

/** Nothing would go to the payer that it has not had. */
export const isUnchanged = (form: VisitForm): boolean =>
  form.unread.size === 0 && JSON.stringify(form.draft) === JSON.stringify(form.read.draft);
