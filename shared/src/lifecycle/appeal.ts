/** An appeal: what a person wrote to the payer against its decision, until the payer has answered. */
import { addDays, type IsoDate, type UtcInstant } from '../values/index.ts';
import { type Account, turnsOfClaims } from './account.ts';
import { sharesOf } from './buckets.ts';
import type { ClaimEvent, ClaimFact, ClaimPaymentFact } from './events.ts';
import type { PayerBefore } from './payers-before.ts';
import { decides, turnsOf } from './payments.ts';
import { standingEvents } from './standing.ts';

/** What the payer said, as a person heard it. What it then pays comes as a payment. */
export const APPEAL_OUTCOMES = ['granted', 'refused', 'not-received'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

/**
 * Days from the letter to the payer's decision, where the payer's own are not known: what Medicare has for a redetermination
 * (42 CFR 405.950) and an employer's plan for the appeal of a claim after the service (29 CFR 2560.503-1(i)(2)(iii)).
 */
export const APPEAL_ANSWER_DAYS = 60;

/** One that waits. */
export interface Appeal {
  readonly sentOn: IsoDate;
  /** The payer said that it will pay, and has not yet. */
  readonly grantedOn: IsoDate | null;
  /** When we learnt what is waited for now. */
  readonly since: UtcInstant;
  /** Of the payer that was written to, where that was billed before the claim's own. */
  readonly turn?: number;
}

/** The day on which its answer is late. */
export const appealDueOn = ({ sentOn, grantedOn }: Appeal, usualDays: number | undefined): IsoDate =>
  addDays(grantedOn ?? sentOn, usualDays ?? APPEAL_ANSWER_DAYS);

/**
 * The last appeal, as long as the payer owes an answer to it; the same for any order and repetition. A payment, a reversal or a
 * correction that is learnt after it answers it; one that only comes again, or is taken back from the claim, does not.
 */
export function pendingAppeal(learnt: readonly ClaimEvent[]): Appeal | null {
  const events = standingEvents(learnt);
  const appeal = lastOf(events, 'appealed');
  if (!appeal || isDecidedSince(events, appeal.at)) return null;
  const said = lastOf(
    events.filter(({ at }) => at > appeal.at),
    'appeal-answered',
  );
  if (said && said.fact.outcome !== 'granted') return null;
  return {
    sentOn: appeal.fact.sentOn,
    grantedOn: said?.fact.answeredOn ?? null,
    since: said?.at ?? appeal.at,
  };
}

/**
 * The last one of an account that waits, whichever of its payers it was written to: it goes along when the next insurance is billed, until
 * that payer answers, or nothing that it refused is open any more. `events` are those of the last claim.
 */
export function appealOfAccount(
  earlier: Account,
  events: readonly ClaimEvent[],
  before: readonly Pick<PayerBefore, 'turn' | 'payments' | 'refused'>[],
): Appeal | null {
  const account = [...earlier, events];
  const turns = turnsOfClaims(account);
  const own = turns.at(-1) ?? 1;
  const isTo = (turn: number) => (event: ClaimEvent) =>
    event.fact.type !== 'appealed' || (event.fact.turn ?? own) === turn;
  // A payer that was billed before may have been written to, and answers under the number of its own claim.
  const appeals = [pendingAppeal([...earlier.flat().filter(isSaidOfMoney), ...events.filter(isTo(own))])];
  for (const { turn, payments, refused } of before) {
    const isOpen = refused > 0 || payments.every((payment) => sharesOf(payment).refused <= 0);
    const learnt = account.flatMap((each, place) =>
      each.filter((event) => {
        if ((turns[place] ?? 1) === turn)
          return event.fact.type !== 'appealed' || event.fact.turn === undefined;
        if ((turns[place] ?? 1) < turn) return false;
        return event.fact.type === 'appealed'
          ? event.fact.turn === turn
          : event.fact.type === 'appeal-answered';
      }),
    );
    const pending = isOpen ? pendingAppeal(learnt) : null;
    if (pending) appeals.push({ ...pending, turn });
  }
  return (
    appeals
      .filter((each) => each !== null)
      .toSorted((a, b) => compare(a.since, b.since))
      .at(-1) ?? null
  );
}

const isSaidOfMoney = ({ fact }: ClaimEvent): boolean =>
  fact.type === 'payment' || fact.type === 'answer-taken-back';

/** By the payer that was written to: one that the claim was sent on to says nothing of that. */
function isDecidedSince(events: readonly ClaimEvent[], at: UtcInstant): boolean {
  const learnt = firstLearnt(events);
  const turn = turnsOf(learnt.map(({ payment }) => payment));
  const known = learnt.filter((each) => each.at <= at).map(({ payment }) => turn(payment));
  return learnt.some(
    (each) => each.at > at && (known.length === 0 || turn(each.payment) <= Math.max(...known)),
  );
}

/** When each decision was first learnt; an estimate is none, nor that the claim was sent on. */
function firstLearnt(
  events: readonly ClaimEvent[],
): { readonly at: UtcInstant; readonly payment: ClaimPaymentFact }[] {
  const first = new Map<string, { readonly at: UtcInstant; readonly payment: ClaimPaymentFact }>();
  for (const { at, fact } of events) {
    if (fact.type !== 'payment' || !decides(fact.payment)) continue;
    const key = `${fact.payment.paymentKey}|${fact.payment.contentHash}`;
    const before = first.get(key);
    if (before === undefined || at < before.at) first.set(key, { at, payment: fact.payment });
  }
  return [...first.values()];
}

type EventOf<Type extends ClaimFact['type']> = ClaimEvent & {
  readonly fact: Extract<ClaimFact, { type: Type }>;
};

function lastOf<Type extends ClaimFact['type']>(
  events: readonly ClaimEvent[],
  type: Type,
): EventOf<Type> | undefined {
  const all = events.filter((event): event is EventOf<Type> => event.fact.type === type);
  return all.toSorted((a, b) => compare(a.at, b.at) || compare(a.id, b.id)).at(-1);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
