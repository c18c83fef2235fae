/** A claim's status as a fold over what is known of it: the same for any order and any repetition of the events. */
import { type Cents, cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import {
  type Account,
  followUpsOf,
  isCorrected,
  isFollowed,
  isVoid,
  isWithNextPayer,
  toSamePayer,
} from './account.ts';
import { type Appeal, appealOfAccount } from './appeal.ts';
import { isClosed } from './closing.ts';
import { decidedOnCopies, isDecidedUnderFirst } from './copies.ts';
import { takenBackHere } from './corrected.ts';
import { areRefusal, decisionsIn } from './denial.ts';
import type { AwaitedAnswer, ClaimEvent, ClaimFact, ClaimFactType, TheirNumbers } from './events.ts';
import { type CorrectionState, correctionIn, standsAsDecided } from './given-up.ts';
import { countingAccount } from './instead.ts';
import { isHeldSinceAcceptance, lastWords } from './last-word.ts';
import { type ClaimMoney, cancelledMoney, foldMoney, patientBalance } from './money.ts';
import { leftAtNext, noFurtherInsurance, saidOfMoney, withoutRefusals } from './next-insurance.ts';
import { type Billed, hasNextToBill } from './next-to-bill.ts';
import { type PayerBefore, payersBefore } from './payers-before.ts';
import { decides, distinctPayments, turnsOf } from './payments.ts';
import { type SentOn, sentOnIn } from './sent-on.ts';
import { awaitedAnswer, PASSED, type Silence, silenceOf } from './silence.ts';
import { type ClaimStatus, NOT_BILLED } from './status.ts';
import { acceptedUnderpayment } from './underpayment.ts';
import { isCarriedOut, isNextCancelled, leftByVoid } from './void.ts';

export interface ClaimState {
  readonly status: ClaimStatus;
  /** When the first event that says so was learnt. */
  readonly since: UtcInstant;
  readonly money: ClaimMoney;
  /**
   * What was decided on earlier claims that this one only sends again, and what a payer takes back under its number: it counts as if it
   * had been said of this one.
   */
  readonly carried: readonly ClaimEvent[];
  /** The one that the payer has not answered. */
  readonly appeal: Appeal | null;
  /** What was decided by those that were billed before this one, the first one first. */
  readonly payersBefore: readonly PayerBefore[];
  /** When its payer last decided on the claims before that it sends again, replaces or cancels. */
  readonly decidedBefore: IsoDate | null;
  readonly silence: Silence | null;
  /** The answer that it waits for, as long as nobody noticed that it stays away. */
  readonly awaits: AwaitedAnswer | null;
  /** A person took it off the lists, and nothing new was said of it since. */
  readonly isClosed: boolean;
  /** Of what payers left to the patient, how much waits for another insurance: the patient's, once a person says that none pays. */
  readonly leftAtNext: Cents;
  /** Another insurance on the claim is to be billed for it first. */
  readonly isNextToBill: boolean;
  /** A person said that no other insurance pays, and it holds. */
  readonly isNoFurther: boolean;
  /** It asks the payer to decide otherwise on a claim before it, or to cancel that one; a person may have given that up. */
  readonly correction: CorrectionState | null;
  /** The next insurance has cancelled its claim: what was decided before it stands. */
  readonly isNextCancelled: boolean;
  /** Up to how much less than its contract says a person lets the first payer allow. */
  readonly acceptedUnderpayment: Cents;
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
 * Folds at least one event; `claim` is what was billed, or its charge (CLM02) where it names no other insurance. `sent` are the events of each claim that this one follows, the first one first: their
 * payments count in its money, and nothing of theirs in its status, but what was decided on a claim that this one only sends again.
 */
export function foldClaim(claim: Billed | Cents, own: readonly ClaimEvent[], ...sent: Account): ClaimState {
  const billed = typeof claim === 'number' ? { charge: claim, nextTurns: [] } : claim;
  const { charge } = billed;
  const earlier = countingAccount(sent);
  const before = earlier.flat();
  const isUnderFirst = isDecidedUnderFirst(charge, earlier, own);
  const correction = correctionIn(charge, earlier, own, isUnderFirst);
  const carried = [
    ...decidedOnCopies(charge, earlier, own, () => isAwaited(foldClaim(charge, own))),
    // One of several payments was cancelled: the void needs no answer of its own.
    ...(isVoid(before) ? leftByVoid(charge, earlier, own) : takenBackHere(earlier, own)),
    ...(correction === 'given-up' || isUnderFirst ? standsAsDecided(earlier) : []),
  ];
  const { events, isContested } = lastWords([...carried, ...own]);
  const account = [...earlier, events];
  const all = saidOfMoney(account);
  const payments = distinctPayments(events).filter(decides);
  const known = new Set(events.map((event) => event.fact.type));
  if (!isDeliveryInDoubt(events)) known.delete('delivery-unknown');
  if (!isRefusalInDoubt(events)) known.delete('copy-refused');
  const isHeld = isHeldSinceAcceptance(events);
  if (isHeld) for (const type of PASSED) known.delete(type);
  const furthest = ROAD.findLast(([type]) => known.has(type));
  const isUndecided = payments.length === 0 && !isRefused(furthest?.[1]);
  const isBeingChanged = isUndecided && isCorrected(toSamePayer(earlier).flat());
  const noFurther = isBeingChanged ? null : noFurtherInsurance(charge, account);
  const sentOn = noFurther ? null : sentOnIn(isWithNextPayer(before) ? events : all, charge);
  // What was paid too much is so, whoever has still to answer.
  const isShareOpen = isBeingChanged && foldMoney(charge, all).open >= 0;
  const isVoided =
    isVoid(before) &&
    !isWithNextPayer(before) &&
    !isRefused(furthest?.[1]) &&
    isCarriedOut(charge, before, events);
  const left =
    isVoided || noFurther ? null : foldMoney(charge, all, saysShare(events, before, { sentOn, isShareOpen }));
  const isNextToBill =
    left !== null &&
    left.open >= 0 &&
    patientBalance(left) > 0 &&
    !isFollowed(own) &&
    hasNextToBill(billed, events);
  const money = isVoided
    ? cancelledMoney(all)
    : left === null
      ? foldMoney(charge, withoutRefusals(account))
      : isNextToBill
        ? foldMoney(charge, all, [])
        : left;
  const isNotTheirs = payments.length === 0 && known.has('payment');
  const decided: { status: ClaimStatus; by: ClaimFactType } = isVoided
    ? { status: 'voided', by: 'payment' }
    : noFurther && own.includes(noFurther)
      ? { status: moneyStatus(money), by: 'no-further-insurance' }
      : payments.length > 0
        ? { status: paymentStatus(events, money, sentOn), by: 'payment' }
        : isNotTheirs
          ? { status: 'with-payer', by: 'payment' }
          : { status: (isContested ? 'unknown' : furthest?.[1]) ?? 'queued', by: furthest?.[0] ?? 'queued' };

  const isClosedByPerson = isClosed(events, [...before, ...events]);
  // Another claim was sent instead: it stands for the account.
  const payersBilled = isFollowed(own) ? [] : payersBefore(charge, account, money.open);
  const appeal = isFollowed(own) ? null : appealOfAccount(earlier, events, payersBilled);
  const waiting = payments.length === 0 || isVoided || isFollowed(own) ? null : sentOn;
  const isAnswered = payments.length > 0 || decided.by === 'no-further-insurance';
  const isLeftAlone = isAnswered && !appeal && !waiting;
  const deciding = (isVoided ? all : events)
    .filter((event) => event.fact.type === decided.by)
    .map((event) => event.at);
  const since = ASKED_LAST.includes(decided.by) ? latest(deciding) : earliest(deciding);
  const isOver = isVoided || decided.by === 'no-further-insurance';
  return {
    status: decided.status,
    since: since ?? earliest(events.map((event) => event.at)) ?? ('' as UtcInstant),
    money,
    carried,
    appeal,
    payersBefore: payersBilled,
    decidedBefore: decisionsIn(toSamePayer(earlier).flat(), charge).at(-1)?.paymentDate ?? null,
    silence: isOver ? null : silenceOf(events, isHeld, appeal, waiting),
    awaits:
      isClosedByPerson || isLeftAlone
        ? null
        : awaitedAnswer(decided.status, events, isAnswered ? appeal : null, waiting),
    isClosed: isClosedByPerson,
    leftAtNext:
      noFurther || isVoided || isBeingChanged || isFollowed(own) || !all.some(isPayment)
        ? cents(0)
        : leftAtNext(charge, account, money.patientResponsibility),
    isNextToBill,
    isNoFurther: noFurther !== null,
    correction,
    isNextCancelled: isNextCancelled(charge, earlier, own),
    acceptedUnderpayment: acceptedUnderpayment([...sent, own]),
    payerClaimControlNumber: payerNumber(events, charge),
    clearinghouseClaimId: toldNumber(events, 'clearinghouseClaimId'),
  };
}

const isPayment = ({ fact }: ClaimEvent): boolean => fact.type === 'payment';

/** Whose last telling says since when the status holds. */
const ASKED_LAST: readonly ClaimFactType[] = ['payment', 'no-further-insurance'];

const ON_ITS_WAY: readonly ClaimStatus[] = [
  'queued',
  'sent',
  'file-accepted',
  'pended',
  'at-clearinghouse',
  'with-payer',
];

/** Its own answer may still come in its time. */
const isAwaited = ({ status, silence }: Pick<ClaimState, 'status' | 'silence'>): boolean =>
  ON_ITS_WAY.includes(status) && silence === null;

/** Paid more than the charge, and no payer has still to answer what was sent because of that. */
export const isPaidTooMuch = (claim: Pick<ClaimState, 'status' | 'silence' | 'money'>): boolean =>
  claim.money.open < 0 && claim.status !== 'closed' && !isAwaited(claim);

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
  return moneyStatus(money);
}

/** What the patient has paid too much is no part that a payer refused. */
const moneyStatus = (money: ClaimMoney): ClaimStatus =>
  money.open < 0 ? 'unknown' : money.open === 0 && patientBalance(money) <= 0 ? 'paid' : 'partly-paid';

/**
 * Whose payments may say what the patient's share is. What one decision leaves to the patient is open again until the next insurance, or
 * the payer of the replacement or void, has decided.
 */
function saysShare(
  events: readonly ClaimEvent[],
  earlier: readonly ClaimEvent[],
  { sentOn, isShareOpen }: { readonly sentOn: SentOn | null; readonly isShareOpen: boolean },
): readonly ClaimEvent[] {
  if (sentOn) return [];
  if (isShareOpen) return events;
  // What the payer had sent on may have arrived there after all, and been decided under the number of the first claim.
  return isWithNextPayer(earlier) ? [...events, ...decidedByNext(earlier)] : [...earlier, ...events];
}

/** Of those that came after the next insurance was billed. */
function decidedByNext(earlier: readonly ClaimEvent[]): ClaimEvent[] {
  const billed = latest(followUpsOf(earlier).flatMap(({ how, at }) => (how === 'next-payer' ? at : [])));
  const turn = turnsOf(distinctPayments(earlier));
  return earlier.filter(
    ({ at, fact }) => fact.type === 'payment' && turn(fact.payment) > 1 && at > (billed ?? ''),
  );
}

const isRefused = (status: ClaimStatus | undefined): boolean =>
  status !== undefined && NOT_BILLED.includes(status);

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
