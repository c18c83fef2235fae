/** Reads the stored facts of a claim. */
import type { ClaimEvent, ClaimFact, EventSource } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claimEvents, STILL_COUNTS } from './schema.ts';
import type { Scope } from './store.ts';

/** All facts of a claim in the order they were learnt. */
export async function listEvents(scope: Scope, claimId: string): Promise<ClaimEvent[]> {
  return (await eventRows(scope, claimId)).map(toEvent);
}

/** What was learnt of a claim under this key and counts still. */
export async function findFact(
  scope: Scope,
  claimId: string,
  dedupeKey: string,
): Promise<ClaimFact | undefined> {
  return (await findEvent(scope, claimId, dedupeKey))?.fact;
}

/** The same with when, and from whom. */
export async function findEvent(
  scope: Scope,
  claimId: string,
  dedupeKey: string,
): Promise<ClaimEvent | undefined> {
  const [row] = await scope.db
    .select()
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, scope.practiceId),
        eq(claimEvents.claimId, claimId),
        eq(claimEvents.dedupeKey, dedupeKey),
        STILL_COUNTS,
      ),
    );
  return row && toEvent(row);
}

const rowsOfClaim = oncePerConnection((db) =>
  db
    .select()
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, sql.placeholder('practiceId')),
        eq(claimEvents.claimId, sql.placeholder('claimId')),
      ),
    )
    .orderBy(asc(claimEvents.sequence))
    .prepare(),
);

export async function eventRows({ db, practiceId }: Scope, claimId: string) {
  return rowsOfClaim(db).execute({ practiceId, claimId });
}

export function toEvent(row: typeof claimEvents.$inferSelect): ClaimEvent {
  return {
    id: row.id,
    at: row.at as UtcInstant,
    source: JSON.parse(row.source) as EventSource,
    fact: JSON.parse(row.fact) as ClaimFact,
  };
}
