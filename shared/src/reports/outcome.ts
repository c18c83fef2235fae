/** What reports ask of the facts of an account: when it left, the first answer on its first claim, and what its first payer decided first. */
import {
  areRefusal,
  CLAIM_STATUS_CODE,
  type ClaimEvent,
  type ClaimFactType,
  type ClaimPaymentFact,
  type ClaimState,
  type ClaimStatus,
  decides,
  distinctPayments,
  isByContract,
  isReversal,
  paymentId,
  standingEvents,
  turnsOf,
} from '../lifecycle/index.ts';
import { type IsoDate, isIsoDate } from '../values/index.ts';
import type { Decision, DenialReason, ReportAccount } from './account.ts';

export interface Outcome extends Pick<ReportAccount, 'firstAnswer' | 'decision' | 'waitsSince'> {
  /** The first claim left in a file; undefined where it has not. */
  readonly filedOn?: IsoDate | undefined;
}

/** `account`: the facts of each of its claims, the first one first; `state`: of the last. */
export function outcomeOf(
  account: readonly (readonly ClaimEvent[])[],
  state: Pick<ClaimState, 'status' | 'since'>,
): Outcome {
  const first = standingEvents(account[0] ?? []);
  const last = standingEvents(account.at(-1) ?? []);
  const firstAnswer = firstAnswerIn(first);
  const decision = firstDecision(account);
  const waitsSince = waitsSinceIn(last, state);
  return {
    filedOn: sentOn(first),
    ...(firstAnswer && { firstAnswer }),
    ...(decision && { decision }),
    ...(waitsSince && { waitsSince }),
  };
}

const REJECTED: readonly ClaimFactType[] = ['file-rejected', 'clearinghouse-rejected', 'payer-rejected'];
const ACCEPTED: readonly ClaimFactType[] = ['clearinghouse-accepted', 'payer-accepted', 'payment'];

/** Rejected by anybody on its way is not accepted at once, whatever was mended since. */
function firstAnswerIn(events: readonly ClaimEvent[]): Outcome['firstAnswer'] {
  const said = (types: readonly ClaimFactType[]) => events.some(({ fact }) => types.includes(fact.type));
  return said(REJECTED) ? 'rejected' : said(ACCEPTED) ? 'accepted' : undefined;
}

/**
 * By the earliest day on which the first payer decided, and of that day on the first claim: a replacement may be decided on the same day.
 * What it decided of a copy as a duplicate is no decision on the visit.
 */
function firstDecision(account: readonly (readonly ClaimEvent[])[]): Decision | undefined {
  const all = distinctPayments(account.flat()).filter((payment) => decides(payment) && !isReversal(payment));
  const turn = turnsOf(all);
  const own = all.filter((payment) => turn(payment) === 1);
  const decisions = own.some((payment) => !isOfCopy(payment))
    ? own.filter((payment) => !isOfCopy(payment))
    : own;
  const on = decisions[0]?.paymentDate;
  if (on === undefined || !isIsoDate(on)) return undefined;
  const thatDay = decisions.filter(({ paymentDate }) => paymentDate === on);
  const ofEach = account.map((events) => thatDay.filter((payment) => isAmong(payment, events)));
  const ofDay = ofEach.find((each) => each.length > 0) ?? thatDay;
  return { on, isDenied: areRefusal(ofDay), reasons: ofDay.flatMap(reasonsOf) };
}

const isAmong = (payment: ClaimPaymentFact, events: readonly ClaimEvent[]): boolean =>
  events.some(({ fact }) => fact.type === 'payment' && paymentId(fact.payment) === paymentId(payment));

/** CARC 18 alone. */
const isOfCopy = ({ adjustments }: ClaimPaymentFact): boolean =>
  adjustments.length > 0 && adjustments.every(({ reason }) => reason === '18');

/** Deductible, coinsurance, copay: a share, not a refusal. */
const SHARES: readonly string[] = ['1', '2', '3'];

/** A denial may leave all of it to the patient; else what is the patient's is no refusal. OA 23 is of the payers before. */
function reasonsOf({ claimStatusCode, adjustments }: ClaimPaymentFact): DenialReason[] {
  const isDenied = claimStatusCode === CLAIM_STATUS_CODE.denied;
  return adjustments
    .filter(
      (each) =>
        each.amount > 0 &&
        !isByContract(each) &&
        !(each.group === 'OA' && each.reason === '23') &&
        (each.group !== 'PR' || (isDenied && !SHARES.includes(each.reason))),
    )
    .map(({ group, reason, amount }) => ({ group, reason, amount }));
}

const WAITS: readonly ClaimStatus[] = ['sent', 'file-accepted', 'pended', 'at-clearinghouse', 'with-payer'];

/** Since it left; where this claim was decided on and sent on to the next insurance, since then. */
function waitsSinceIn(
  events: readonly ClaimEvent[],
  { status, since }: Pick<ClaimState, 'status' | 'since'>,
): IsoDate | undefined {
  if (!WAITS.includes(status)) return undefined;
  const isDecided = events.some(({ fact }) => fact.type === 'payment');
  return (isDecided ? undefined : sentOn(events)) ?? dayOf(since);
}

function sentOn(events: readonly ClaimEvent[]): IsoDate | undefined {
  const [at] = events.flatMap((event) => (event.fact.type === 'sent' ? event.at : [])).toSorted();
  return at === undefined ? undefined : dayOf(at);
}

const dayOf = (at: string): IsoDate | undefined => {
  const day = at.slice(0, 10);
  return isIsoDate(day) ? day : undefined;
};
