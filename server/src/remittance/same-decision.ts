/** Whether a claim was decided by one payment as it is by another under the same check number: then both may be the same money. */
import { CLAIM_STATUS_CODE, type ClaimPaymentFact, isReversal, payerRank } from '@claimside/shared/lifecycle';
import { isSamePayer } from './same-check.ts';

/** An estimate and a claim sent on decide nothing, and may be told as often as a payer likes. */
export const UNDECIDED: readonly string[] = [CLAIM_STATUS_CODE.estimate, CLAIM_STATUS_CODE.forwarded];

/**
 * Keys of what was `said` of a claim, of which these parts say the same by another account. Where the money is another, a decision that
 * was taken back, or is taken back here, may be told anew; so may a reversal of what has been paid again.
 */
export function decidedBefore(
  fresh: readonly ClaimPaymentFact[],
  said: readonly ClaimPaymentFact[],
): string[] {
  const all = [...said, ...fresh];
  return fresh.flatMap((part) => {
    const same = said.filter((each) => isSameDecision(each, part));
    const equal = same.filter((each) => isSameMoney(each, part));
    const isOfCharge = ({ charge }: ClaimPaymentFact) => Math.abs(charge) === Math.abs(part.charge);
    const reversals = all.filter((each) => isReversal(each) && isOfCharge(each)).length;
    const decisions = all.filter(
      (each) => !isReversal(each) && !UNDECIDED.includes(each.claimStatusCode) && isOfCharge(each),
    ).length;
    const mayBeNew = isReversal(part) ? reversals <= decisions : decisions - reversals <= 1;
    return (equal.length > 0 || mayBeNew ? equal : same).map((each) => each.paymentKey);
  });
}

/** By CLP02 and CLP03; or, as senders differ in CLP02 (1 and 19), by the same payer's money in the same turn. */
export function isSameDecision(one: ClaimPaymentFact, other: ClaimPaymentFact): boolean {
  if (one.charge !== other.charge || isReversal(one) !== isReversal(other)) return false;
  if (one.claimStatusCode === other.claimStatusCode) return true;
  const isOneTurn = payerRank(one) === payerRank(other) && isSamePayer(one, other);
  return isOneTurn && isSameMoney(one, other);
}

/** Where nothing is paid, what is taken off, and left to whom, tells a denial from a deductible. */
export const isSameMoney = (one: ClaimPaymentFact, other: ClaimPaymentFact): boolean =>
  one.paid === other.paid && (one.paid !== 0 || sharesIn(one) === sharesIn(other));

function sharesIn({ adjustments }: ClaimPaymentFact): string {
  const sums = new Map<string, number>();
  for (const { group, amount } of adjustments) sums.set(group, (sums.get(group) ?? 0) + amount);
  return JSON.stringify([...sums].filter(([, amount]) => amount !== 0).sort());
}
