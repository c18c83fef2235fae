/** Whether a claim may follow an earlier one as it says it does. */
import { actionsFor, type ClaimAction, type ClaimStanding, standingOf } from '@claimside/shared/advice';
import type { ClaimDetail, CreateClaimRequest, Role } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { payerTurn, paysLast } from '@claimside/shared/codes';
import type { FollowUp } from '@claimside/shared/lifecycle';
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { hash } from '../../remittance/index.ts';
import type { Scope } from '../../store/store.ts';
import { claimDetail } from './detail.ts';
import { seesMoney } from './shown.ts';
import { isUndecided } from './undecided.ts';

export type FollowUpRefusal =
  | { readonly code: 'role-too-low'; readonly why: string }
  | { readonly code: 'not-found' | 'follow-up-unchanged' | 'follow-up-differs' }
  /** `why` is a sentence for a person. */
  | { readonly code: 'can-not-follow'; readonly why: string };

const ACTION: Readonly<Record<FollowUp, ClaimAction>> = {
  resend: 'resend',
  replacement: 'replace',
  void: 'void',
  'next-payer': 'bill-next',
  instead: 'bill-instead',
};

const NOBODY_ASKED =
  'Ask first whether it is there, and write down who said that it is not, and when: if it is, this one would be a duplicate.';

const FOR_BILLERS =
  'A biller or an admin sends this one: a clinician sends again what was rejected before any payer decided.';

/** Gives the claim that is followed; undefined for a claim that follows none. */
export async function checkFollowUp(
  scope: Scope,
  role: Role,
  { claim, follows }: CreateClaimRequest,
  now: UtcInstant,
): Promise<Result<ClaimDetail | undefined, FollowUpRefusal>> {
  if (!follows) return ok(undefined);
  const earlier = await claimDetail(scope, follows.claimId, now);
  if (!earlier) return err({ code: 'not-found' });
  if (!seesMoney({ role }) && !(follows.how === 'resend' && isUndecided(earlier)))
    return err({ code: 'role-too-low', why: FOR_BILLERS });
  const isFollowed = earlier.submissions.at(-1)?.id !== earlier.id;
  const standing = toBill(standingOf({ ...earlier, isFollowed }), claim);
  const choice = actionsFor(standing).find(({ action }) => action === ACTION[follows.how]);
  if (isFollowed || !choice?.isOffered)
    return err({
      code: 'can-not-follow',
      why: isFollowed
        ? 'Another claim was sent because of it already. Go on with that one.'
        : (choice?.words ?? ''),
    });
  if (choice.asksFirst && !follows.told) return err({ code: 'can-not-follow', why: NOBODY_ASKED });
  // Of several that have decided, none is billed again.
  const isDecided = payerTurn(claim.coverage.rank ?? 'P') <= standing.lastDecided;
  if ((follows.how === 'next-payer' && isDecided) || !fits(claim, follows.how, earlier))
    return err({ code: 'follow-up-differs' });
  const isSame = contentOf(claim) === contentOf(earlier.claim);
  if (follows.how === 'void') return isSame ? ok(earlier) : err({ code: 'follow-up-differs' });
  if (isSame && !follows.isUnchangedOnPurpose) return err({ code: 'follow-up-unchanged' });
  return ok(earlier);
}

/** An insurance that was typed may be one that pays last, as well as one that was on the claim. */
const toBill = (standing: ClaimStanding, { coverage }: Claim): ClaimStanding => ({
  ...standing,
  isNextLast: paysLast(coverage.claimFilingIndicator),
});

/**
 * CLM05-3 and REF*F8 say the same as `how`. What is sent again after a rejection is still of the kind that was rejected; what goes to the
 * next insurance names the one that decided before it, and what goes to another one instead knows of no decision of the wrong one.
 */
function fits(claim: Claim, how: FollowUp, earlier: ClaimDetail): boolean {
  const { frequency, payerClaimControlNumber } = claim;
  switch (how) {
    case 'resend':
      return (
        frequency === earlier.claim.frequency &&
        payerClaimControlNumber === earlier.claim.payerClaimControlNumber
      );
    case 'next-payer':
      return frequency === '1' && namesBefore(claim, earlier.claim);
    case 'instead':
      return frequency === '1' && payerClaimControlNumber === undefined && isInPlaceOf(claim, earlier.claim);
    default:
      return (
        frequency === (how === 'void' ? '8' : '7') &&
        payerClaimControlNumber === earlier.payerClaimControlNumber
      );
  }
}

const namesBefore = ({ coverage, otherCoverages = [] }: Claim, { coverage: before }: Claim): boolean =>
  (coverage.rank ?? 'P') !== (before.rank ?? 'P') &&
  otherCoverages.some(({ rank, payer }) => rank === (before.rank ?? 'P') && payer.id === before.payerId);

/** To another payer, in the turn of the one that refused it; that one may come later, and has decided nothing. */
const isInPlaceOf = (
  { coverage, otherCoverages = [], serviceLines }: Claim,
  { coverage: refused }: Claim,
): boolean =>
  coverage.payerId !== refused.payerId &&
  (coverage.rank ?? 'P') === (refused.rank ?? 'P') &&
  otherCoverages.every(
    ({ payer, rank, paidAmount, adjustments }) =>
      payer.id !== refused.payerId ||
      (payerTurn(rank) > payerTurn(coverage.rank ?? 'P') &&
        paidAmount === undefined &&
        adjustments === undefined),
  ) &&
  serviceLines.every(({ adjudications = [] }) =>
    adjudications.every(({ payerId }) => payerId !== refused.payerId),
  );

/** Of all but what tells the payer that it takes the place of another. */
const contentOf = ({ frequency: _, payerClaimControlNumber: _number, ...content }: Claim): string =>
  hash(content);
