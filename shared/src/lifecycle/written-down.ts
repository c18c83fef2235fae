/** What people wrote down of money, and how much of each still stands: a part may have been taken back since. */
import { type Cents, cents, sumCents } from '../values/index.ts';
import type { ClaimEvent, ClaimFact } from './events.ts';
import { paymentId } from './refunds.ts';

export type WrittenDown = Extract<ClaimFact, { type: 'written-off' | 'patient-paid' | 'refunded' }>;

export interface StandingAct {
  readonly fact: WrittenDown;
  /** Above zero. */
  readonly left: Cents;
}

/** By the event, of one claim or of all claims of an account together, whichever of these it was written down on. */
export function standingActs(events: readonly ClaimEvent[]): ReadonlyMap<string, StandingAct> {
  const acts: (StandingAct & { readonly id: string })[] = [];
  for (const { id, fact } of events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))) {
    if (!isWrittenDown(fact)) continue;
    if (fact.amount > 0) acts.push({ id, fact, left: fact.amount });
    else
      for (const [at, part] of partsOf(acts, fact)) {
        const act = acts[at];
        if (act) acts[at] = { ...act, left: cents(act.left - part) };
      }
  }
  return new Map(acts.flatMap(({ id, ...act }) => (act.left > 0 ? [[id, act]] : [])));
}

/** What of which acts is taken back by a fact below zero, by their events; together less than it where less stands. */
export function takenBackParts(events: readonly ClaimEvent[], fact: WrittenDown): ReadonlyMap<string, Cents> {
  const acts = [...standingActs(events)];
  const parts = partsOf(
    acts.map(([, act]) => act),
    fact,
  );
  return new Map([...parts].flatMap(([at, part]) => (acts[at] ? [[acts[at][0], part]] : [])));
}

/** By their places: what takes back goes against what is as large, else against the last that stands; of what was paid in the same way, where that is enough. */
function partsOf(acts: readonly StandingAct[], fact: WrittenDown): ReadonlyMap<number, Cents> {
  const own = [...acts.keys()].filter((at) => acts[at] && isSameKind(acts[at].fact, fact)).reverse();
  const inSameWay = own.filter((at) => acts[at] && wayOf(acts[at].fact) === wayOf(fact));
  const isEnough = sumCents(inSameWay.map((at) => acts[at]?.left ?? cents(0))) >= -fact.amount;
  const from = isEnough ? inSameWay : own;
  const same = from.find((at) => acts[at]?.left === -fact.amount);
  const parts = new Map<number, Cents>();
  let back = -fact.amount;
  for (const at of same === undefined ? from : [same]) {
    const part = cents(Math.min(acts[at]?.left ?? 0, back));
    if (part > 0) parts.set(at, part);
    back -= part;
  }
  return parts;
}

const wayOf = (fact: WrittenDown) => (fact.type === 'patient-paid' ? fact.method : undefined);

export const isWrittenDown = (fact: ClaimFact): fact is WrittenDown =>
  fact.type === 'written-off' || fact.type === 'patient-paid' || fact.type === 'refunded';

export const isSameKind = (one: WrittenDown, other: WrittenDown): boolean => kindOf(one) === kindOf(other);

function kindOf(fact: WrittenDown): string {
  if (fact.type === 'written-off') return `${fact.type} ${fact.of}`;
  return fact.type === 'refunded'
    ? `${fact.type} ${fact.how} ${fact.of ? paymentId(fact.of) : ''}`
    : fact.type;
}
