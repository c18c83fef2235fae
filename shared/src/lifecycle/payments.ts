/** Which of all reported payments of a claim stand: each once, and without those that a reversal took back. */
import { type Cents, cents } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact } from './events.ts';

/** CLP02 values that decide more than who paid. */
export const CLAIM_STATUS_CODE = { denied: '4', reversal: '22', forwarded: '23', estimate: '25' } as const;

/** Each payment once, however often and in however many files it came, in a fixed order. */
export function distinctPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  const byContent = new Map<string, ClaimPaymentFact>();
  for (const { fact } of events) {
    if (fact.type === 'payment') byContent.set(keyOf(fact.payment), fact.payment);
  }
  return [...byContent.values()].sort(
    (a, b) => compare(a.paymentDate, b.paymentDate) || compare(keyOf(a), keyOf(b)),
  );
}

/** Each that moved money: no estimates. */
function countedPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  return distinctPayments(events).filter(
    ({ claimStatusCode }) => claimStatusCode !== CLAIM_STATUS_CODE.estimate,
  );
}

/**
 * What each payment (by its key) paid, reversals and what they took back each under their own. Adds up to what the standing
 * payments paid, as those that cancel each other out come to nothing.
 */
export function paidByPayment(events: readonly ClaimEvent[]): ReadonlyMap<string, Cents> {
  const paid = new Map<string, Cents>();
  for (const payment of countedPayments(events))
    paid.set(payment.paymentKey, cents((paid.get(payment.paymentKey) ?? 0) + payment.paid));
  return paid;
}

/** Payments that count: no estimates, and neither a reversal nor what it took back where both are known. */
export function standingPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  const counted = countedPayments(events);
  const standing = counted.filter((payment) => !isReversal(payment));
  const unmatched = counted.filter(isReversal).filter((reversal) => {
    const original =
      standing.find((payment) => isNegative(payment, reversal)) ??
      standing.find((payment) => payment.paid + reversal.paid === 0);
    if (original) standing.splice(standing.indexOf(original), 1);
    return !original;
  });
  return [...standing, ...unmatched];
}

export const isReversal = ({ claimStatusCode }: ClaimPaymentFact): boolean =>
  claimStatusCode === CLAIM_STATUS_CODE.reversal;

/** True when the reversal is the payment with every sign turned. */
function isNegative(payment: ClaimPaymentFact, reversal: ClaimPaymentFact): boolean {
  return payment.paid + reversal.paid === 0 && signature(payment, 1) === signature(reversal, -1);
}

function signature({ adjustments }: ClaimPaymentFact, sign: 1 | -1): string {
  const one = ({ group, reason, amount }: Adjustment) => `${group}${reason}:${amount * sign || 0}`;
  return adjustments.map(one).sort().join(' ');
}

const keyOf = ({ paymentKey, contentHash }: ClaimPaymentFact) => `${paymentKey}|${contentHash}`;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
