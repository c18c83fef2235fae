/** Reads the stored facts of a claim. */
import type { ClaimEvent, ClaimFact, EventSource } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { claimEvents } from './schema.ts';
import type { Scope } from './store.ts';

/** All facts of a claim in the order they were learnt. */
export async function listEvents(scope: Scope, claimId: string): Promise<ClaimEvent[]> {
  return (await eventRows(scope, claimId)).map(toEvent);
}

/** What was learnt of a claim under this key. */
export async function findFact(
  scope: Scope,
  claimId: string,
  dedupeKey: string,
): Promise<ClaimFact | undefined> {
  const [row] = await scope.db
    .select({ fact: claimEvents.fact })
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, scope.practiceId),
        eq(claimEvents.claimId, claimId),
        eq(claimEvents.dedupeKey, dedupeKey),
      ),
    );
  return row && (JSON.parse(row.fact) as ClaimFact);
}

export async function eventRows(scope: Scope, claimId: string) {
  return scope.db
    .select()
    .from(claimEvents)
    .where(and(eq(claimEvents.practiceId, scope.practiceId), eq(claimEvents.claimId, claimId)))
    .orderBy(asc(claimEvents.sequence));
}

export function toEvent(row: typeof claimEvents.$inferSelect): ClaimEvent {
  return {
    id: row.id,
    at: row.at as UtcInstant,
    source: JSON.parse(row.source) as EventSource,
    fact: JSON.parse(row.fact) as ClaimFact,
  };
}
