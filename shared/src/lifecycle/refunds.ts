/** Money of a payer that went back to it, as people wrote it down: sent, or taken by the payer out of another payment. */
import { type Cents, cents, sumCents, type UtcInstant } from '../values/index.ts';
import type { ClaimEvent, ClaimFact } from './events.ts';

/** `taken`: out of a payment for other claims (PLB WO, 72), where no reversal on this claim says so. */
export const REFUND_WAYS = ['sent', 'taken'] as const;
export type RefundWay = (typeof REFUND_WAYS)[number];

export type Refund = Extract<ClaimFact, { type: 'refunded' }>;

/** Names a payment among those of a claim. */
export const paymentId = (payment: { readonly paymentKey: string; readonly contentHash: string }): string =>
  `${payment.paymentKey}|${payment.contentHash}`;

/** What went back of each payment that was named (`paymentId`); under an empty name what named none. */
export function refundsByPayment(events: readonly ClaimEvent[]): ReadonlyMap<string, Cents> {
  const sums = new Map<string, Cents>();
  for (const { of, amount } of refundsIn(events)) {
    const id = of ? paymentId(of) : '';
    sums.set(id, cents((sums.get(id) ?? 0) + amount));
  }
  return sums;
}

/** What we sent, whatever became of it there; null where nothing was written down of money that went back. */
export function sentBack(events: readonly ClaimEvent[]): Cents | null {
  const refunds = refundsIn(events);
  if (refunds.length === 0) return null;
  return sumCents(refunds.flatMap(({ how, amount }) => (how === 'sent' ? amount : [])));
}

/** Each once. */
const refundsIn = (events: readonly ClaimEvent[]): readonly Refund[] =>
  [...new Map(events.map(({ id, fact }) => [id, fact])).values()].filter((fact) => fact.type === 'refunded');

/**
 * Whether a person has looked at what was paid too much and said that all of it is this claim's: until another payment is learnt.
 * `events` are those of the account.
 */
export function isSurelyOverpaid(events: readonly ClaimEvent[]): boolean {
  const learnt = new Map<string, UtcInstant>();
  let said: UtcInstant | '' = '';
  for (const { at, fact } of events) {
    if (fact.type === 'overpaid' && at > said) said = at;
    if (fact.type !== 'payment') continue;
    const id = paymentId(fact.payment);
    const before = learnt.get(id);
    if (before === undefined || at < before) learnt.set(id, at);
  }
  return said !== '' && [...learnt.values()].every((at) => at <= said);
}
