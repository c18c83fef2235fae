/** An appeal: what a person wrote to the payer against its decision, until the payer has answered. */
import { addDays, type IsoDate, type UtcInstant } from '../values/index.ts';
import type { ClaimEvent, ClaimFact } from './events.ts';
import { decides } from './payments.ts';
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
  if (!appeal || firstLearnt(events).some((at) => at > appeal.at)) return null;
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

/** When each decision was first learnt; an estimate is none, nor that the claim was sent on. */
function firstLearnt(events: readonly ClaimEvent[]): UtcInstant[] {
  const first = new Map<string, UtcInstant>();
  for (const { at, fact } of events) {
    if (fact.type !== 'payment' || !decides(fact.payment)) continue;
    const key = `${fact.payment.paymentKey}|${fact.payment.contentHash}`;
    const before = first.get(key);
    if (before === undefined || at < before) first.set(key, at);
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
