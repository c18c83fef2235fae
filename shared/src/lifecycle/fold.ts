/** A claim's status as a fold over what is known of it: the same for any order and any repetition of the events. */
import type { Cents, UtcInstant } from '../values/index.ts';
import type { ClaimEvent, ClaimFactType, ClaimPaymentFact } from './events.ts';
import { type ClaimMoney, distinctPayments, foldMoney } from './money.ts';
import type { ClaimStatus } from './status.ts';

export interface ClaimState {
  readonly status: ClaimStatus;
  /** When the first event that says so was learnt. */
  readonly since: UtcInstant;
  readonly money: ClaimMoney;
  /** The payer's own number, for phone calls and replacements. */
  readonly payerClaimControlNumber: string | null;
  readonly clearinghouseClaimId: string | null;
}

/** What each fact means when nothing further down the road is known; later rows outrank earlier ones. */
const ROAD: readonly (readonly [ClaimFactType, ClaimStatus])[] = [
  ['queued', 'queued'],
  ['sending-again', 'queued'],
  ['cancelled', 'closed'],
  ['withheld', 'file-failed'],
  ['delivery-unknown', 'unknown'],
  ['sent', 'sent'],
  ['unclear', 'unknown'],
  ['file-accepted', 'file-accepted'],
  ['file-rejected', 'file-failed'],
  ['clearinghouse-pended', 'pended'],
  ['clearinghouse-accepted', 'at-clearinghouse'],
  ['clearinghouse-rejected', 'rejected-by-clearinghouse'],
  ['payer-accepted', 'with-payer'],
  ['payer-rejected', 'rejected-by-payer'],
];

/** CLP02 of a reversal. */
const REVERSAL = '22';
/** CLP02 of a denial. */
const DENIAL = '4';

/** Folds at least one event; `charge` is CLM02. */
export function foldClaim(charge: Cents, events: readonly ClaimEvent[]): ClaimState {
  const money = foldMoney(charge, events);
  const payments = distinctPayments(events);
  const known = new Set(events.map((event) => event.fact.type));
  if (!isDeliveryInDoubt(events)) known.delete('delivery-unknown');
  const furthest = ROAD.findLast(([type]) => known.has(type));
  const decided: { status: ClaimStatus; by: ClaimFactType } =
    payments.length > 0
      ? { status: paymentStatus(payments, money), by: 'payment' }
      : known.has('clearinghouse-rejected') && known.has('payer-accepted')
        ? { status: 'unknown', by: 'payer-accepted' } // contradiction: one of the two is not about this claim
        : { status: furthest?.[1] ?? 'queued', by: furthest?.[0] ?? 'queued' };

  const deciding = events.filter((event) => event.fact.type === decided.by).map((event) => event.at);
  const since = decided.by === 'payment' ? latest(deciding) : earliest(deciding);
  return {
    status: decided.status,
    since: since ?? earliest(events.map((event) => event.at)) ?? ('' as UtcInstant),
    money,
    payerClaimControlNumber: payerNumber(events),
    clearinghouseClaimId: firstOf(events, (fact) =>
      fact.type === 'clearinghouse-accepted' ? fact.clearinghouseClaimId : undefined,
    ),
  };
}

/** False once a person has decided on the last upload whose end was not seen. */
function isDeliveryInDoubt(events: readonly ClaimEvent[]): boolean {
  let broken = 0;
  let decided = 0;
  for (const { fact } of events) {
    if (fact.type === 'delivery-unknown') broken = Math.max(broken, fact.attempt ?? 1);
    if (fact.type === 'sending-again') decided = Math.max(decided, fact.attempt);
  }
  return broken > decided;
}

function paymentStatus(payments: readonly ClaimPaymentFact[], money: ClaimMoney): ClaimStatus {
  const reversals = payments.filter((payment) => payment.claimStatusCode === REVERSAL).length;
  const decisions = payments.length - reversals;
  if (reversals > 0 && reversals >= decisions) return 'reversed';
  const paid = money.paid > 0;
  const denied = payments.some((payment) => payment.claimStatusCode === DENIAL);
  if (!paid && (denied || (money.patientResponsibility === 0 && money.charge > 0))) return 'denied';
  return money.open === 0 && money.patientResponsibility === 0 ? 'paid' : 'partly-paid';
}

/** The number of the latest payment, else of the payer's acceptance; ties broken by value so that order never matters. */
function payerNumber(events: readonly ClaimEvent[]): string | null {
  const fromPayments = distinctPayments(events)
    .filter((payment) => payment.payerClaimControlNumber !== '')
    .sort((a, b) => compare(a.paymentDate, b.paymentDate) || compare(a.contentHash, b.contentHash));
  return (
    fromPayments.at(-1)?.payerClaimControlNumber ??
    firstOf(events, (fact) => (fact.type === 'payer-accepted' ? fact.payerClaimControlNumber : undefined))
  );
}

function firstOf(events: readonly ClaimEvent[], pick: (fact: ClaimEvent['fact']) => string | undefined) {
  return events.flatMap((event) => pick(event.fact) ?? []).sort(compare)[0] ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const earliest = (instants: readonly UtcInstant[]) => [...instants].sort(compare)[0];
const latest = (instants: readonly UtcInstant[]) => [...instants].sort(compare).at(-1);
