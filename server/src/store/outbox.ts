/** Puts a claim in the queue for the next file of its connection; the exchange takes it out again. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, count, eq, isNull, min, sql } from 'drizzle-orm';
import {
  connectionFor,
  type Destination,
  destinationText,
  type Routing,
  readDestination,
} from '../clearinghouse/index.ts';
import { oncePerConnection } from './prepared.ts';
import { readRouting } from './routing.ts';
import { connections, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Notes the account's mode too: whoever billed in test mode meant a test, whatever the account becomes. */
export async function insertOutboxRow(
  scope: Scope,
  row: {
    readonly id: string;
    readonly claimId: string;
    readonly createdAt: UtcInstant;
    /** The payer that is billed. */
    readonly coverage: Destination;
  },
): Promise<void> {
  const { coverage, ...rest } = row;
  const id = connectionFor(await readRouting(scope), coverage, row.createdAt);
  const [account] = await modeOf(scope.db).execute({ practiceId: scope.practiceId, id });
  await insertRow(scope.db).execute({
    ...rest,
    practiceId: scope.practiceId,
    mode: account?.mode ?? null,
    destination: destinationText(coverage),
  });
}

const insertRow = oncePerConnection((db) =>
  db
    .insert(outbox)
    .values({
      id: sql.placeholder('id'),
      practiceId: sql.placeholder('practiceId'),
      claimId: sql.placeholder('claimId'),
      createdAt: sql.placeholder('createdAt'),
      mode: sql.placeholder('mode'),
      destination: sql.placeholder('destination'),
      outboundFileId: null,
    })
    .prepare(),
);

const modeOf = oncePerConnection((db) =>
  db
    .select({ mode: connections.mode })
    .from(connections)
    .where(
      and(
        eq(connections.practiceId, sql.placeholder('practiceId')),
        eq(connections.id, sql.placeholder('id')),
      ),
    )
    .prepare(),
);

/**
 * Takes a claim out of the queue before it is in a file; false when it is too late or it never was there. Call inside
 * a transaction: of this and the freezing of a file, exactly one gets the claim.
 */
export async function withdrawFromOutbox(scope: Scope, claimId: string): Promise<boolean> {
  const rows = await scope.db
    .delete(outbox)
    .where(
      and(
        eq(outbox.practiceId, scope.practiceId),
        eq(outbox.claimId, claimId),
        isNull(outbox.outboundFileId),
      ),
    )
    .returning({ id: outbox.id });
  return rows.length > 0;
}

/** Claims that wait for a connection whose mode is not the one they were billed in: it would not let them leave. */
export async function countOfOtherMode(scope: Scope, connectionId: string, now: UtcInstant): Promise<number> {
  const { db, practiceId } = scope;
  const [account] = await modeOf(db).execute({ practiceId, id: connectionId });
  const rows = await db
    .select({ destination: outbox.destination, mode: outbox.mode, waiting: count() })
    .from(outbox)
    .where(and(eq(outbox.practiceId, practiceId), isNull(outbox.outboundFileId)))
    .groupBy(outbox.destination, outbox.mode);
  const routing = await readRouting(scope);
  return rows
    .filter(({ destination, mode }) => {
      const isIts = connectionFor(routing, readDestination(destination), now) === connectionId;
      return isIts && account !== undefined && mode !== null && mode !== account.mode;
    })
    .reduce((sum, { waiting }) => sum + waiting, 0);
}

/** Claims that wait for a file of one connection, or of all. */
export interface Queue {
  readonly waiting: number;
  /** Since when the oldest waits; null when none does. */
  readonly oldest: UtcInstant | null;
  /** Of the claims, as kept with them. */
  readonly destinations: readonly string[];
}

const EMPTY: Queue = { waiting: 0, oldest: null, destinations: [] };

/** What waits for each connection, by the routes of now: no claim that waits is bound to one. */
export async function readQueues(scope: Scope, now: UtcInstant): Promise<ReadonlyMap<string, Queue>> {
  const rows = await scope.db
    .select({ destination: outbox.destination, waiting: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(and(eq(outbox.practiceId, scope.practiceId), isNull(outbox.outboundFileId)))
    .groupBy(outbox.destination);
  const queues = new Map<string, Queue>();
  if (rows.length === 0) return queues;
  const routing = await readRouting(scope);
  for (const { destination, waiting, oldest } of rows) {
    const id = connectionFor(routing, readDestination(destination), now);
    const before = queues.get(id) ?? EMPTY;
    const both = [before.oldest, oldest].filter((each) => each !== null).toSorted();
    queues.set(id, {
      waiting: before.waiting + waiting,
      oldest: (both[0] ?? null) as UtcInstant | null,
      destinations: [...before.destinations, destination],
    });
  }
  return queues;
}

export async function readQueue(scope: Scope, connectionId: string, now: UtcInstant): Promise<Queue> {
  return (await readQueues(scope, now)).get(connectionId) ?? EMPTY;
}

/** Whether all of these still go by this connection. */
export function goBy(
  routing: Routing,
  connectionId: string,
  destinations: readonly string[],
  now: UtcInstant,
): boolean {
  return [...new Set(destinations)].every(
    (destination) => connectionFor(routing, readDestination(destination), now) === connectionId,
  );
}

/** Claims that are in no file yet. */
export async function countWaitingClaims(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .select({ waiting: count() })
    .from(outbox)
    .where(and(eq(outbox.practiceId, scope.practiceId), isNull(outbox.outboundFileId)));
  return row?.waiting ?? 0;
}
