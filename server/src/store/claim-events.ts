/** A claim's facts: appended once, never changed; the claim's row follows them in the same transaction. */
import type { ClaimEvent, ClaimFact, ClaimStatus, EventSource } from '@claimside/shared/lifecycle';
import { foldClaim } from '@claimside/shared/lifecycle';
import { cents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { notePayerNumbers } from './claim-matching.ts';
import { claimEvents, claims } from './schema.ts';
import type { Scope } from './store.ts';

export interface NewFact {
  readonly at: UtcInstant;
  readonly source: EventSource;
  readonly fact: ClaimFact;
  /** The same fact learnt again (a file delivered twice) has the same key and is not added. */
  readonly dedupeKey: string;
}

/**
 * Appends what is new and refolds the claim's status and money. Call inside a transaction.
 * Throws when the practice has no such claim.
 */
export async function appendFacts(
  scope: Scope,
  claimId: string,
  facts: readonly NewFact[],
): Promise<{ added: number; status: ClaimStatus }> {
  const [claim] = await scope.db
    .select({ totalCharge: claims.totalCharge })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  if (!claim) throw new Error('no such claim in this practice');
  const rows = await eventRows(scope, claimId);
  const known = new Set(rows.map((row) => row.dedupeKey));
  const events = rows.map(toEvent);
  const fresh: (typeof claimEvents.$inferInsert)[] = [];
  for (const { at, source, fact, dedupeKey } of facts) {
    if (known.has(dedupeKey)) continue;
    known.add(dedupeKey);
    const sequence = rows.length + fresh.length + 1;
    const id = `${claimId}-${sequence}`;
    fresh.push({
      id,
      practiceId: scope.practiceId,
      claimId,
      sequence,
      at,
      source: JSON.stringify(source),
      fact: JSON.stringify(fact),
      dedupeKey,
    });
    events.push({ id, at, source, fact });
  }
  const state = foldClaim(cents(claim.totalCharge), events);
  if (fresh.length > 0) {
    await scope.db.insert(claimEvents).values(fresh);
    await notePayerNumbers(
      scope,
      claimId,
      events.slice(rows.length).map(({ fact }) => fact),
    );
    await scope.db
      .update(claims)
      .set({
        status: state.status,
        statusSince: state.since,
        money: JSON.stringify(state.money),
      })
      .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  }
  return { added: fresh.length, status: state.status };
}

/** All facts of a claim in the order they were learnt. */
export async function listEvents(scope: Scope, claimId: string): Promise<ClaimEvent[]> {
  return (await eventRows(scope, claimId)).map(toEvent);
}

async function eventRows(scope: Scope, claimId: string) {
  return scope.db
    .select()
    .from(claimEvents)
    .where(and(eq(claimEvents.practiceId, scope.practiceId), eq(claimEvents.claimId, claimId)))
    .orderBy(asc(claimEvents.sequence));
}

function toEvent(row: typeof claimEvents.$inferSelect): ClaimEvent {
  return {
    id: row.id,
    at: row.at as UtcInstant,
    source: JSON.parse(row.source) as EventSource,
    fact: JSON.parse(row.fact) as ClaimFact,
  };
}
