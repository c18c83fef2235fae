/** A claim's status as a fold over what is known of it: the same for any order and any repetition of the events. */
import type { Cents, UtcInstant } from '../values/index.ts';
import { type Appeal, pendingAppeal } from './appeal.ts';
import { isClosed } from './closing.ts';
import { areRefusal, decisionsIn } from './denial.ts';
import type { AwaitedAnswer, ClaimEvent, ClaimFact, ClaimFactType, TheirNumbers } from './events.ts';
import type { FollowUp } from './follow-up.ts';
import { isHeldSinceAcceptance, lastWords } from './last-word.ts';
import { type ClaimMoney, cancelledMoney, foldMoney, patientBalance } from './money.ts';
import { decides, distinctPayments, turnsOf } from './payments.ts';
import { type SentOn, sentOnIn } from './sent-on.ts';
import { awaitedAnswer, PASSED, type Silence, silenceOf } from './silence.ts';
import { type ClaimStatus, NOT_BILLED } from './status.ts';
import { isCarriedOut } from './void.ts';

export interface ClaimState {
  readonly status: ClaimStatus;
  /** When the first event that says so was learnt. */
  readonly since: UtcInstant;
  readonly money: ClaimMoney;
  /** The one that the payer has not answered. */
  readonly appeal: Appeal | null;
  readonly silence: Silence | null;
  /** The answer that it waits for, as long as nobody noticed that it stays away. */
  readonly awaits: AwaitedAnswer | null;
  /** A person took it off the lists, and nothing new was said of it since. */
  readonly isClosed: boolean;
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
  ['copy-refused', 'unknown'],
  ['file-accepted', 'file-accepted'],
  ['file-rejected', 'file-failed'],
  ['clearinghouse-pended', 'pended'],
  ['clearinghouse-received', 'at-clearinghouse'],
  ['clearinghouse-accepted', 'at-clearinghouse'],
  // Until the payer has accepted it, it may still reject it, and the filing limit runs.
  ['payer-received', 'at-clearinghouse'],
  ['payer-accepted', 'with-payer'],
  // An answer nobody has looked at outranks every waiting, and no refusal.
  ['unclear', 'unknown'],
  ['clearinghouse-rejected', 'rejected-by-clearinghouse'],
  ['payer-rejected', 'rejected-by-payer'],
];

/**
 * Folds at least one event; `charge` is CLM02. `earlier` are the events of the claims that this one follows: their payments count
 * in its money, and nothing of theirs in its status.
 */
export function foldClaim(
  charge: Cents,
  learnt: readonly ClaimEvent[],
  earlier: readonly ClaimEvent[] = [],
): ClaimState {
  const { events, isContested } = lastWords(learnt);
  const all = [...earlier, ...events];
  const payments = distinctPayments(events).filter(decides);
  const known = new Set(events.map((event) => event.fact.type));
  if (!isDeliveryInDoubt(events)) known.delete('delivery-unknown');
  if (!isRefusalInDoubt(events)) known.delete('copy-refused');
  const isHeld = isHeldSinceAcceptance(events);
  if (isHeld) for (const type of PASSED) known.delete(type);
  const furthest = ROAD.findLast(([type]) => known.has(type));
  const isUndecided = payments.length === 0 && !isRefused(furthest?.[1]);
  const sentOn = sentOnIn(isWithNextPayer(earlier) ? events : all, charge);
  const ofLast = saysShare(events, earlier, { sentOn, isUndecided });
  const isVoided = isVoid(earlier) && !isRefused(furthest?.[1]) && isCarriedOut(charge, earlier, events);
  const money = isVoided ? cancelledMoney(all) : foldMoney(charge, all, ofLast);
  const isNotTheirs = payments.length === 0 && known.has('payment');
  const decided: { status: ClaimStatus; by: ClaimFactType } = isVoided
    ? { status: 'voided', by: 'payment' }
    : payments.length > 0
      ? { status: paymentStatus(events, money, sentOn), by: 'payment' }
      : isNotTheirs
        ? { status: 'with-payer', by: 'payment' }
        : { status: (isContested ? 'unknown' : furthest?.[1]) ?? 'queued', by: furthest?.[0] ?? 'queued' };

  const isClosedByPerson = isClosed(events, all);
  // Another claim was sent instead: it stands for the account.
  const appeal = isFollowed(events) ? null : pendingAppeal(events);
  const waiting = payments.length === 0 || isVoided || isFollowed(events) ? null : sentOn;
  const isLeftAlone = payments.length > 0 && !appeal && !waiting;
  const deciding = (isVoided ? all : events)
    .filter((event) => event.fact.type === decided.by)
    .map((event) => event.at);
  const since = decided.by === 'payment' ? latest(deciding) : earliest(deciding);
  return {
    status: decided.status,
    since: since ?? earliest(events.map((event) => event.at)) ?? ('' as UtcInstant),
    money,
    appeal,
    silence: isVoided ? null : silenceOf(events, isHeld, appeal, waiting),
    awaits: isClosedByPerson || isLeftAlone ? null : awaitedAnswer(decided.status, events, appeal, waiting),
    isClosed: isClosedByPerson,
    payerClaimControlNumber: payerNumber(events, charge),
    clearinghouseClaimId: toldNumber(events, 'clearinghouseClaimId'),
  };
}

/** False once a person has decided on the last upload, of each file that it was in, whose end was not seen. */
function isDeliveryInDoubt(events: readonly ClaimEvent[]): boolean {
  return byFile(events).some((facts) => {
    const broken = mostOf(facts, (fact) => (fact.type === 'delivery-unknown' ? (fact.attempt ?? 1) : 0));
    return broken > mostOf(facts, (fact) => (fact.type === 'sending-again' ? fact.attempt : 0));
  });
}

/** False once a person who knew of the last refusal of one of several copies has decided. */
function isRefusalInDoubt(events: readonly ClaimEvent[]): boolean {
  return byFile(events).some((facts) => {
    const refused = mostOf(facts, (fact) => (fact.type === 'copy-refused' ? fact.refusal : 0));
    const known = mostOf(facts, (fact) =>
      fact.type === 'copy-taken' || fact.type === 'sending-again' ? (fact.refusals ?? 0) : 0,
    );
    return refused > known;
  });
}

/** What is known of each file that the claim was in: uploads are counted within a file. */
function byFile(events: readonly ClaimEvent[]): readonly (readonly ClaimFact[])[] {
  const files = new Map<string, ClaimFact[]>();
  for (const { fact } of events)
    if ('fileName' in fact) files.set(fact.fileName, [...(files.get(fact.fileName) ?? []), fact]);
  return [...files.values()];
}

const mostOf = (facts: readonly ClaimFact[], numberIn: (fact: ClaimFact) => number): number =>
  Math.max(0, ...facts.map(numberIn));

function paymentStatus(events: readonly ClaimEvent[], money: ClaimMoney, sentOn: SentOn | null): ClaimStatus {
  const decisions = decisionsIn(events, money.charge);
  if (decisions.length === 0) return 'reversed';
  if (money.open < 0) return 'unknown'; // the answers add up to more than the charge
  // By what was decided on this claim, whatever was paid on those that it follows.
  if (areRefusal(decisions)) return 'denied';
  // The payer has done its part; what is open is the next one's to decide.
  if (sentOn && money.open > 0 && money.open <= sentOn.share) return 'with-payer';
  // What the patient has paid too much is no part that a payer refused.
  return money.open === 0 && patientBalance(money) <= 0 ? 'paid' : 'partly-paid';
}

/**
 * Whose payments may say what the patient's share is. What one decision leaves to the patient is open again until the next insurance, or
 * the payer of the replacement or void, has decided.
 */
function saysShare(
  events: readonly ClaimEvent[],
  earlier: readonly ClaimEvent[],
  { sentOn, isUndecided }: { readonly sentOn: SentOn | null; readonly isUndecided: boolean },
): readonly ClaimEvent[] {
  if (sentOn) return [];
  // What the payer had sent on may have arrived there after all, and been decided under the number of the first claim.
  if (isWithNextPayer(earlier)) return [...events, ...decidedByNext(earlier)];
  return isUndecided && isCorrected(earlier) ? events : [...earlier, ...events];
}

/** Of those that came after the next insurance was billed. */
function decidedByNext(earlier: readonly ClaimEvent[]): ClaimEvent[] {
  const billed = latest(
    earlier.flatMap(({ at, fact }) => (fact.type === 'followed' && fact.how === 'next-payer' ? at : [])),
  );
  const turn = turnsOf(distinctPayments(earlier));
  return earlier.filter(
    ({ at, fact }) => fact.type === 'payment' && turn(fact.payment) > 1 && at > (billed ?? ''),
  );
}

/** One of these claims was followed by one to the next insurance, and that was not taken back. */
const isWithNextPayer = (events: readonly ClaimEvent[]): boolean =>
  followUpsOf(events).includes('next-payer');

/** A payer is asked to decide again on one of these claims, or to cancel it. */
const isCorrected = (events: readonly ClaimEvent[]): boolean =>
  followUpsOf(events).some((how) => how === 'replacement' || how === 'void');

/** What the last of these claims was followed by, again after a rejection or not, asks its payer to cancel it. */
const isVoid = (events: readonly ClaimEvent[]): boolean =>
  followUpsOf(events).findLast((how) => how !== 'resend') === 'void';

const isRefused = (status: ClaimStatus | undefined): boolean =>
  status !== undefined && NOT_BILLED.includes(status);

const isFollowed = (events: readonly ClaimEvent[]): boolean => followUpsOf(events).length > 0;

/** How other claims follow, the first one first, those left out that were taken back. */
function followUpsOf(events: readonly ClaimEvent[]): FollowUp[] {
  const cancelled = new Set(
    events.flatMap(({ fact }) => (fact.type === 'follow-up-cancelled' ? fact.claimId : [])),
  );
  return events
    .toSorted((a, b) => compare(a.at, b.at))
    .flatMap(({ fact }) => (fact.type === 'followed' && !cancelled.has(fact.claimId) ? fact.how : []));
}

/**
 * The number of the decision that counts now, where none does of the latest payment, else of what the payer said of the claim before. A
 * payer that the claim was sent on to has a number of its own, and so has a decision on a copy.
 */
function payerNumber(events: readonly ClaimEvent[], charge: Cents): string | null {
  const all = distinctPayments(events);
  const decisions = decisionsIn(events, charge);
  const turn = turnsOf(all);
  const first = Math.min(...decisions.map(turn));
  const own = decisions.length > 0 ? decisions.filter((payment) => turn(payment) === first) : all;
  const numbers = own.flatMap(({ payerClaimControlNumber: number }) => (number === '' ? [] : number));
  return numbers.at(-1) ?? toldNumber(events, 'payerClaimControlNumber');
}

const TAKEN: ReadonlySet<ClaimFactType> = new Set([
  'clearinghouse-received',
  'clearinghouse-accepted',
  'payer-received',
  'payer-accepted',
]);

/** With the word that the claim was taken, else with any other. */
function toldNumber(events: readonly ClaimEvent[], which: keyof TheirNumbers): string | null {
  const numberIn = (fact: ClaimFact) => numbersIn(fact)[which];
  return (
    firstOf(events, (fact) => (TAKEN.has(fact.type) ? numberIn(fact) : undefined)) ??
    firstOf(events, numberIn)
  );
}

const numbersIn = (fact: ClaimFact): TheirNumbers =>
  'clearinghouseClaimId' in fact || 'payerClaimControlNumber' in fact ? fact : {};

function firstOf(events: readonly ClaimEvent[], pick: (fact: ClaimEvent['fact']) => string | undefined) {
  return events.flatMap((event) => pick(event.fact) ?? []).sort(compare)[0] ?? null;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const earliest = (instants: readonly UtcInstant[]) => [...instants].sort(compare)[0];
const latest = (instants: readonly UtcInstant[]) => [...instants].sort(compare).at(-1);
