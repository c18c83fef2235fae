/** The claim for another insurance in place of one that refused it as not its own, or not first. */
import type { Claim, ClaimDraft, OtherCoverage } from '../claim/index.ts';
import { PAYER_TURNS, payerTurn } from '../codes/index.ts';
import { asOwnCoverage, coverageWithoutDecision, nextCoverage } from './coverages.ts';

/**
 * A draft: without another coverage on the claim its payer is empty. What was the refusing payer's alone (its numbers, authorizations, its
 * decision) does not go with it; where it `comesLater` it is the one behind.
 */
export function insteadDraft(claim: Claim, { comesLater }: { readonly comesLater: boolean }): ClaimDraft {
  const {
    coverage,
    otherCoverages = [],
    subscriber: _subscriber,
    payerClaimControlNumber: _number,
    priorAuthorizationNumber: _authorization,
    referralNumber: _referral,
    ...rest
  } = claim;
  const rank = coverage.rank ?? 'P';
  const turn = payerTurn(rank);
  const next = nextCoverage(claim);
  const left = otherCoverages.filter((other) => other !== next);
  const behind = left.filter((other) => payerTurn(other.rank) > turn);
  const refusing = comesLater ? [coverageWithoutDecision(claim)] : [];
  const others = [
    ...left.filter((other) => !behind.includes(other)),
    // Each in its turn behind the new one, without a gap.
    ...[...refusing, ...behind].flatMap((other, place): OtherCoverage[] => {
      const turnOf = PAYER_TURNS[turn + 1 + place];
      return turnOf ? [{ ...other, rank: turnOf }] : [];
    }),
  ];
  return {
    ...rest,
    frequency: '1',
    ...(next
      ? asOwnCoverage(next, claim, rank)
      : { coverage: { rank }, relationshipToSubscriber: undefined }),
    otherCoverages: others.length > 0 ? others : undefined,
    serviceLines: claim.serviceLines.map(({ lineItemControlNumber: _own, ...line }) => line),
  };
}
