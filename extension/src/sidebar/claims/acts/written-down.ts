/** What people wrote down of money, and how much of each still stands: a part may have been taken back since. */
import type { ClaimEvent, ClaimFact } from '@claimside/shared/lifecycle';
import { type Cents, cents } from '@claimside/shared/values';

export type WrittenDown = Extract<ClaimFact, { type: 'written-off' | 'patient-paid' }>;

export interface StandingAct {
  readonly fact: WrittenDown;
  /** Above zero. */
  readonly left: Cents;
}

/** By the event. What takes back goes against what is as large, else against the last that stands. */
export function standingActs(events: readonly ClaimEvent[]): ReadonlyMap<string, StandingAct> {
  const acts: { id: string; fact: WrittenDown; left: number }[] = [];
  for (const { id, fact } of events) {
    if (fact.type !== 'written-off' && fact.type !== 'patient-paid') continue;
    if (fact.amount > 0) acts.push({ id, fact, left: fact.amount });
    let back = Math.max(-fact.amount, 0);
    const own = acts.filter((act) => kindOf(act.fact) === kindOf(fact)).reverse();
    const same = own.filter(({ left }) => left === back);
    for (const act of [...same, ...own]) {
      const part = Math.min(act.left, back);
      act.left -= part;
      back -= part;
    }
  }
  return new Map(acts.flatMap(({ id, fact, left }) => (left > 0 ? [[id, { fact, left: cents(left) }]] : [])));
}

const kindOf = (fact: WrittenDown): string =>
  fact.type === 'written-off' ? `${fact.type} ${fact.of}` : fact.type;
