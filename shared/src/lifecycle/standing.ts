/** Which of a claim's events still count: what was taken back of them stays to be seen, and says nothing any more. */
import type { ClaimEvent, ClaimFact, ClaimFactType } from './events.ts';

const REVOCABLE: readonly ClaimFactType[] = ['correction-given-up', 'underpayment-accepted'];

/** What a person wrote down that is taken back as such (`act-taken-back`). Money goes back by an amount, and many acts have an opposite. */
export const isRevocable = ({ type }: ClaimFact): boolean => REVOCABLE.includes(type);

/** Ids of those that were taken back. */
export function takenBackIds(events: readonly ClaimEvent[]): ReadonlySet<string> {
  return new Set(
    events.flatMap(({ fact }) =>
      fact.type === 'answer-taken-back' || fact.type === 'act-taken-back' ? fact.eventId : [],
    ),
  );
}

/** Without those that were taken back; the same for any order and repetition. */
export function standingEvents(events: readonly ClaimEvent[]): readonly ClaimEvent[] {
  const takenBack = takenBackIds(events);
  return takenBack.size === 0 ? events : events.filter(({ id }) => !takenBack.has(id));
}
