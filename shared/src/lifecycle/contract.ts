/**
 * What is written off by contract where several decisions speak of one charge. Each speaks of all of it as its payer sees it, so that
 * what they take off is never added up: it is the most that one of them takes off, as far as money and the patient leave room for it.
 */
import { type Cents, cents } from '../values/index.ts';
import { sharesOf, sumOf } from './buckets.ts';
import { isDenial } from './denial.ts';
import type { ClaimPaymentFact } from './events.ts';
import { asItCame, isReversal, turnsOf } from './payments.ts';

/** What the decisions so far come to together. */
export interface Agreed {
  /** The most that is written off by contract. */
  readonly contractual: Cents;
  /** What one payer refused that none has taken up since. */
  readonly refused: Cents;
  /** What is left to the patient. */
  readonly share: Cents;
  /** With corrections that nobody owes. */
  readonly paid: Cents;
}

const NOTHING: Agreed = { contractual: cents(0), refused: cents(0), share: cents(0), paid: cents(0) };

/** `payments` are those that count, without what was paid twice; of `share` only those have a say that `saysShare`. */
export function agreedOn(
  charge: Cents,
  payments: readonly ClaimPaymentFact[],
  saysShare: (payment: ClaimPaymentFact) => boolean,
): Agreed {
  const turn = turnsOf(payments);
  let agreed = NOTHING;
  let share = cents(0);
  let last: ClaimPaymentFact | undefined;
  for (const payment of payments.toSorted((a, b) => turn(a) - turn(b) || asItCame(a, b))) {
    if (isReversal(payment)) {
      agreed = lessened(agreed, payment);
      if (saysShare(payment)) share = cents(share + saidBy(payment).share);
      continue;
    }
    const isSamePayer =
      last !== undefined && turn(last) === turn(payment) && last.payerName === payment.payerName;
    agreed = last ? afterNext(charge, agreed, payment, isSamePayer) : added(agreed, saidBy(payment));
    if (saysShare(payment)) share = agreed.share;
    last = payment;
  }
  return { ...agreed, share };
}

/** Of one decision alone its word is taken as it stands. */
export const areSeveral = (payments: readonly ClaimPaymentFact[]): boolean =>
  payments.filter((payment) => !isReversal(payment) && !isDenial(payment)).length > 1;

/** Under a denial nothing is let go, and what it refuses holds back no reduction of another payer's. */
function saidBy(payment: ClaimPaymentFact): Agreed {
  const { contractual, refused, patientResponsibility: share, otherAdjustments } = sharesOf(payment);
  const paid = cents(payment.paid + otherAdjustments);
  return { contractual, refused: isDenial(payment) ? cents(0) : refused, share, paid };
}

const added = (one: Agreed, other: Agreed): Agreed => ({
  contractual: cents(one.contractual + other.contractual),
  refused: cents(one.refused + other.refused),
  share: cents(one.share + other.share),
  paid: cents(one.paid + other.paid),
});

const lessened = (agreed: Agreed, reversal: ClaimPaymentFact): Agreed =>
  added(agreed, { ...saidBy(reversal), refused: cents(0) });

function afterNext(charge: Cents, agreed: Agreed, payment: ClaimPaymentFact, isSamePayer: boolean): Agreed {
  const said = saidBy(payment);
  const settled = settledBefore(charge, payment);
  // Of what was taken off before it keeps as much as it counts beyond what was paid.
  const counted = Math.max(0, settled + sumOf(payment, 'earlier-payers') - agreed.paid);
  const kept = Math.min(agreed.contractual, counted);
  const keptShare = Math.min(agreed.share, Math.max(0, counted - kept));
  // Who pays more and says nothing of the patient leaves the share as it was.
  const isShareAsBefore = settled === 0 && said.share === 0 && payment.paid > 0;
  const share = !isSamePayer
    ? said.share
    : isShareAsBefore
      ? agreed.share
      : said.share + (settled === 0 ? 0 : keptShare);
  const paid = agreed.paid + said.paid;
  const left = charge - paid - share;
  const isTakenUp = said.paid + share - agreed.share > 0;
  const refused = Math.max(
    Math.min(said.refused, Math.max(0, left - agreed.contractual)),
    isTakenUp ? 0 : agreed.refused,
  );
  const contractual = Math.max(agreed.contractual, Math.min(said.contractual + kept, left - refused));
  return {
    contractual: cents(contractual),
    refused: cents(refused),
    share: cents(share),
    paid: cents(paid),
  };
}

/** What it leaves as its payer had settled it before (B13), or says nothing of, as it speaks of a part of the charge. */
const settledBefore = (charge: Cents, payment: ClaimPaymentFact): number =>
  sumOf(payment, 'settled-before') + Math.max(0, charge - payment.charge);
