/** Claims that wait for a file, as the exchange takes them from the queue. */
import { and, asc, count, eq, inArray, isNull } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import type { OutboundFile } from './outbound-files.ts';
import { claims, outbox } from './schema.ts';
import type { Scope } from './store.ts';

export interface WaitingClaim {
  readonly outboxId: string;
  readonly claimId: string;
  readonly patientControlNumber: string;
  /** The account's mode when it was billed; null when there was no account. */
  readonly mode: OutboundFile['mode'] | null;
  /** By which its connection is found. */
  readonly destination: string;
  /** Claim as JSON, not yet parsed. */
  readonly claim: string;
}

/** Claims that wait for a file, oldest first; of these destinations alone where they are given. */
export async function listWaitingClaims(
  scope: Scope,
  limit: number,
  destinations?: readonly string[],
): Promise<WaitingClaim[]> {
  const rows = await scope.db
    .select({
      outboxId: outbox.id,
      claimId: outbox.claimId,
      mode: outbox.mode,
      destination: outbox.destination,
      patientControlNumber: claims.patientControlNumber,
      claim: claims.claim,
    })
    .from(outbox)
    .innerJoin(claims, eq(claims.id, outbox.claimId))
    .where(
      and(
        eq(outbox.practiceId, scope.practiceId),
        isNull(outbox.outboundFileId),
        destinations && inArray(outbox.destination, [...destinations]),
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.id))
    .limit(limit);
  return rows.map((row) => ({ ...row, mode: row.mode as WaitingClaim['mode'] }));
}

/** True when each of these rows is still there and in no file. Decisive inside a transaction only. */
export async function stillWait(scope: Scope, outboxIds: readonly string[]): Promise<boolean> {
  let waiting = 0;
  for (const ids of chunks(outboxIds, 500)) {
    const [row] = await scope.db
      .select({ rows: count() })
      .from(outbox)
      .where(
        and(eq(outbox.practiceId, scope.practiceId), inArray(outbox.id, ids), isNull(outbox.outboundFileId)),
      );
    waiting += row?.rows ?? 0;
  }
  return waiting === outboxIds.length;
}

/** Takes a claim that cannot be written out of the queue. */
export async function removeFromOutbox(scope: Scope, outboxId: string): Promise<void> {
  await scope.db
    .delete(outbox)
    .where(
      and(eq(outbox.practiceId, scope.practiceId), eq(outbox.id, outboxId), isNull(outbox.outboundFileId)),
    );
}
