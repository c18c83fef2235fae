/** Puts a claim in the queue for the next file; the exchange takes it out again. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, count, eq, isNull, min } from 'drizzle-orm';
import { connections, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Notes the account's mode too: whoever billed in test mode meant a test, whatever the account becomes. */
export async function insertOutboxRow(
  scope: Scope,
  row: { readonly id: string; readonly claimId: string; readonly createdAt: UtcInstant },
): Promise<void> {
  const [account] = await scope.db
    .select({ mode: connections.mode })
    .from(connections)
    .where(eq(connections.practiceId, scope.practiceId));
  await scope.db
    .insert(outbox)
    .values({ ...row, practiceId: scope.practiceId, mode: account?.mode ?? null, outboundFileId: null });
}

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

/** How many claims wait for a file, and since when the oldest does; null when none waits. */
export async function readQueue(
  scope: Scope,
): Promise<{ readonly waiting: number; readonly oldest: UtcInstant | null }> {
  const [row] = await scope.db
    .select({ waiting: count(), oldest: min(outbox.createdAt) })
    .from(outbox)
    .where(and(eq(outbox.practiceId, scope.practiceId), isNull(outbox.outboundFileId)));
  return { waiting: row?.waiting ?? 0, oldest: (row?.oldest ?? null) as UtcInstant | null };
}

/** Claims that are in no file yet. */
export async function countWaitingClaims(scope: Scope): Promise<number> {
  return (await readQueue(scope)).waiting;
}
