/** A claim's facts: appended once, never changed; the claim's row follows them in the same transaction. */
import type { ClaimEvent, ClaimFact, ClaimStatus, EventSource } from '@claimside/shared/lifecycle';
import { type ClaimState, foldClaim } from '@claimside/shared/lifecycle';
import { cents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { notePayerNumbers } from './claim-matching.ts';
import { claimEvents, claims } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions } from './submissions.ts';

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
  const claim = await inAccount(scope, claimId);
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
  const earlier = claim.follows === null ? [] : await listAccountEvents(scope, claim.follows);
  const state = foldClaim(cents(claim.totalCharge), events, earlier);
  if (fresh.length > 0) {
    await scope.db.insert(claimEvents).values(fresh);
    await notePayerNumbers(
      scope,
      claimId,
      events.slice(rows.length).map(({ fact }) => fact),
    );
    await setState(scope, claimId, state);
    if (claim.followedBy !== null) await refold(scope, claim.followedBy);
  }
  return { added: fresh.length, status: state.status };
}

async function inAccount(scope: Scope, claimId: string) {
  const [claim] = await scope.db
    .select({
      totalCharge: claims.totalCharge,
      follows: claims.followsClaim,
      followedBy: claims.followedBy,
    })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
  return claim;
}

/** What is paid on a claim changes the money, and so the status, of every one that follows it. */
async function refold(scope: Scope, claimId: string): Promise<void> {
  const claim = await inAccount(scope, claimId);
  if (!claim) return;
  const earlier = claim.follows === null ? [] : await listAccountEvents(scope, claim.follows);
  const state = foldClaim(cents(claim.totalCharge), await listEvents(scope, claimId), earlier);
  await setState(scope, claimId, state);
  if (claim.followedBy !== null) await refold(scope, claim.followedBy);
}

async function setState(scope: Scope, claimId: string, state: ClaimState): Promise<void> {
  await scope.db
    .update(claims)
    .set({ status: state.status, statusSince: state.since, money: JSON.stringify(state.money) })
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
}

/** All facts of a claim and of those that it follows, the first claim's first. */
export async function listAccountEvents(scope: Scope, claimId: string): Promise<ClaimEvent[]> {
  const submissions = await listSubmissions(scope, claimId);
  const ids = submissions.slice(0, submissions.findIndex(({ id }) => id === claimId) + 1).map(({ id }) => id);
  const events: ClaimEvent[] = [];
  for (const id of ids) events.push(...(await listEvents(scope, id)));
  return events;
}

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
