/** Which events of a claim came by an answer that can be taken back from it. */
import { and, asc, eq, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claimEvents, STILL_COUNTS, unmatchedAnswers } from './schema.ts';
import type { Scope } from './store.ts';

/** Those that count still, in the order in which they were learnt. */
export async function listAnsweredEvents(
  { db, practiceId }: Scope,
  claimId: string,
): Promise<{ readonly eventId: string; readonly answerId: string }[]> {
  return answersOf(db).execute({ practiceId, claimId });
}

const answersOf = oncePerConnection((db) =>
  db
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
        eq(unmatchedAnswers.practiceId, sql.placeholder('practiceId')),
        eq(unmatchedAnswers.claimId, sql.placeholder('claimId')),
        STILL_COUNTS,
      ),
    )
    .orderBy(asc(claimEvents.sequence))
    .prepare(),
);
