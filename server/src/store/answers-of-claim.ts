/** Which events of a claim came by an answer that can be taken back from it. */
import { and, asc, eq } from 'drizzle-orm';
import { claimEvents, STILL_COUNTS, unmatchedAnswers } from './schema.ts';
import type { Scope } from './store.ts';

/** Those that count still, in the order in which they were learnt. */
export async function listAnsweredEvents(
  scope: Scope,
  claimId: string,
): Promise<{ readonly eventId: string; readonly answerId: string }[]> {
  return scope.db
    .select({ eventId: claimEvents.id, answerId: unmatchedAnswers.id })
    .from(unmatchedAnswers)
    .innerJoin(
      claimEvents,
      and(
        eq(claimEvents.claimId, unmatchedAnswers.claimId),
        eq(claimEvents.dedupeKey, unmatchedAnswers.dedupeKey),
      ),
    )
    .where(
      and(
        eq(unmatchedAnswers.practiceId, scope.practiceId),
        eq(unmatchedAnswers.claimId, claimId),
        STILL_COUNTS,
      ),
    )
    .orderBy(asc(claimEvents.sequence));
}
