/** Which of all reported payments of a claim stand: each once, and without those that a reversal took back. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import type { Adjustment, ClaimEvent, ClaimPaymentFact } from './events.ts';
import { paymentId, refundsByPayment } from './refunds.ts';
import { standingEvents } from './standing.ts';

/** CLP02 values that decide more than who paid. */
export const CLAIM_STATUS_CODE = { denied: '4', reversal: '22', forwarded: '23', estimate: '25' } as const;

/** Each payment once, however often and in however many files it came, in a fixed order. */
export function distinctPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
  const byContent = new Map<string, ClaimPaymentFact>();
  for (const { fact } of standingEvents(events)) {
    if (fact.type === 'payment') byContent.set(keyOf(fact.payment), fact.payment);
  }
  return [...byContent.values()].sort(
    (a, b) => compare(a.paymentDate, b.paymentDate) || compare(keyOf(a), keyOf(b)),
  );
}

/** By their days; of one day a reversal of a part before what comes in its place. */
export const asItCame = (a: ClaimPaymentFact, b: ClaimPaymentFact): number =>
  compare(a.paymentDate, b.paymentDate) || Number(isReversal(b)) - Number(isReversal(a));

/** In that order, of one day. */
export const isBehind = (one: ClaimPaymentFact, other: ClaimPaymentFact): boolean =>
  keyOf(one) > keyOf(other);

/** Each that moved money: no estimates. */
export function countedPayments(events: readonly ClaimEvent[]): ClaimPaymentFact[] {
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

/** Which payments went back to the payer as a whole, by what people wrote down. */
export function givenBackIn(events: readonly ClaimEvent[]): (payment: ClaimPaymentFact) => boolean {
  const refunds = refundsByPayment(events);
  return (payment) => payment.paid > 0 && (refunds.get(keyOf(payment)) ?? 0) >= payment.paid;
}

/** What went back to payers beside whole payments. */
export function partsGivenBack(events: readonly ClaimEvent[]): Cents {
  const isGivenBack = givenBackIn(events);
  const whole = new Set(countedPayments(events).filter(isGivenBack).map(keyOf));
  return sumCents([...refundsByPayment(events)].flatMap(([id, amount]) => (whole.has(id) ? [] : amount)));
}

/** OA 23: what the payers before this one paid and took off; it stands in their own remittances. */
export const isOfEarlierPayers = ({ group, reason }: Adjustment): boolean =>
  group === 'OA' && reason === '23';

const RANKS: Readonly<Record<string, number>> = { '2': 2, '20': 2, '3': 3, '21': 3 };

/**
 * Whose turn the payer had: 1 primary, 2 secondary, 3 tertiary (CLP02). A denial, or one that calls itself the first, and says what
 * payers before it did, is the second's.
 */
export function payerRank({ claimStatusCode, adjustments }: ClaimPaymentFact): number {
  return RANKS[claimStatusCode] ?? (adjustments.some(isOfEarlierPayers) ? 2 : 1);
}

/**
 * The same among all payments of a claim, of which others tell whose turn a denial is that does not say so: it is that of the payer's
 * other decisions, and after a payer has sent the claim on, of the one that it was sent to.
 */
export function turnsOf(payments: readonly ClaimPaymentFact[]): (payment: ClaimPaymentFact) => number {
  const decisions = payments.filter((payment) => decides(payment) && !isReversal(payment));
  const isBare = (payment: ClaimPaymentFact) =>
    payment.claimStatusCode === CLAIM_STATUS_CODE.denied && payerRank(payment) === 1;
  return (payment) => {
    if (!isBare(payment)) return isUnsaid(payment) ? afterSentOn(payment, decisions) : payerRank(payment);
    const told = decisions.filter((other) => !isBare(other));
    const own = told.filter(({ payerName }) => payerName === payment.payerName);
    return own.length > 0 ? Math.max(...own.map(payerRank)) : afterSentOn(payment, told);
  };
}

/** It calls itself the first payer's, as one does that was sent the claim and decides as if it were. */
const isUnsaid = (payment: ClaimPaymentFact): boolean =>
  payment.claimStatusCode === '1' && payerRank(payment) === 1;

/** Whose turn it is after another payer has sent the claim on; 1 where none has. */
function afterSentOn(payment: ClaimPaymentFact, told: readonly ClaimPaymentFact[]): number {
  const sentOn = told.filter(
    (other) =>
      isSentOn(other) && other.payerName !== payment.payerName && other.paymentDate <= payment.paymentDate,
  );
  return Math.max(1, ...sentOn.map((other) => payerRank(other) + 1));
}

/** By whose turn it is, then in the order of the payments. */
export function inTurn(payments: readonly ClaimPaymentFact[]): ClaimPaymentFact[] {
  const turn = turnsOf(payments);
  return payments.toSorted((a, b) => turn(a) - turn(b));
}

/** The same money with the same adjustments. */
export const saysTheSame = (one: ClaimPaymentFact, other: ClaimPaymentFact): boolean =>
  one.paid === other.paid && one.charge === other.charge && signature(one, 1) === signature(other, 1);

const SENT_ON: readonly string[] = ['19', '20', '21'];

/** Decided, and sent on to the next insurance by the payer itself. */
export const isSentOn = ({ claimStatusCode }: ClaimPaymentFact): boolean => SENT_ON.includes(claimStatusCode);

/** An estimate decides nothing, and a forwarded claim is another payer's to decide. */
export const decides = ({ claimStatusCode }: ClaimPaymentFact): boolean =>
  claimStatusCode !== CLAIM_STATUS_CODE.estimate && claimStatusCode !== CLAIM_STATUS_CODE.forwarded;

export const isReversal = ({ claimStatusCode }: ClaimPaymentFact): boolean =>
  claimStatusCode === CLAIM_STATUS_CODE.reversal;

/** Those that stand at the claim: they come first, those of the lines after them. */
export function adjustmentsOfClaim({
  adjustments,
  lines = [],
}: Pick<ClaimPaymentFact, 'adjustments' | 'lines'>): readonly Adjustment[] {
  const ofLines = lines.reduce((count, line) => count + line.adjustments.length, 0);
  return adjustments.slice(0, adjustments.length - ofLines);
}

/** Of its adjustments, each with its amount; with -1 as their reversal has them. */
export function signature({ adjustments }: ClaimPaymentFact, sign: 1 | -1): string {
  const one = ({ group, reason, amount }: Adjustment) => `${group}${reason}:${amount * sign || 0}`;
  return adjustments.map(one).sort().join(' ');
}

const keyOf: (payment: ClaimPaymentFact) => string = paymentId;
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
