/** On which claims of an account what people wrote down of money stands, and where more of it is written down. */
import type { ClaimDetail } from '@claimside/shared/api';
import {
  type ClaimEvent,
  type ClaimFact,
  isSameKind,
  isWrittenDown,
  standingActs,
  takenBackParts,
  type WrittenDown,
} from '@claimside/shared/lifecycle';
import { type Cents, cents, sumCents } from '@claimside/shared/values';

type Account = Pick<ClaimDetail, 'id' | 'status' | 'events' | 'submissions' | 'writtenBefore'>;

/** What can be taken back of this kind. */
export function leftOf(claim: Account, fact: WrittenDown): Cents {
  const acts = [...standingActs(eventsOf(claim)).values()];
  return sumCents(acts.flatMap((act) => (isSameKind(act.fact, fact) ? act.left : [])));
}

/**
 * What is taken back goes to the claim on which it had been written down, and money to no claim that may still be taken back before it is
 * sent: what is written down on that one counts for nobody then.
 */
export function placesOf(claim: Account, fact: ClaimFact): ReadonlyMap<string, ClaimFact> {
  if (fact.type === 'act-taken-back') {
    const before = claim.writtenBefore.find(({ event }) => event.id === fact.eventId);
    return new Map([[before?.claimId ?? claim.id, fact]]);
  }
  if (fact.type === 'underpayment-accepted') return new Map([[lastSent(claim), fact]]);
  if (!isWrittenDown(fact)) return new Map([[claim.id, fact]]);
  if (fact.amount > 0) return new Map([[lastSent(claim), fact]]);
  const claimOf = new Map(claim.writtenBefore.map(({ claimId, event }) => [event.id, claimId]));
  const places = new Map<string, WrittenDown>();
  for (const [eventId, part] of takenBackParts(eventsOf(claim), fact)) {
    const place = claimOf.get(eventId) ?? claim.id;
    places.set(place, { ...fact, amount: cents((places.get(place)?.amount ?? 0) - part) });
  }
  return places;
}

/** What people wrote down on the claims before it, and all that is known of itself. */
export const eventsOf = ({ writtenBefore, events }: Account): readonly ClaimEvent[] => [
  ...writtenBefore.map(({ event }) => event),
  ...events,
];

function lastSent({ id, status, submissions }: Account): string {
  const before = submissions[submissions.findIndex((each) => each.id === id) - 1];
  return status === 'queued' && before ? before.id : id;
}
