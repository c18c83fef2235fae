/** Puts a claim in the queue for the next file; the exchange takes it out again. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, count, eq, isNull } from 'drizzle-orm';
import { outbox } from './schema.ts';
import type { Scope } from './store.ts';

export async function insertOutboxRow(
  scope: Scope,
  row: { readonly id: string; readonly claimId: string; readonly createdAt: UtcInstant },
): Promise<void> {
  await scope.db.insert(outbox).values({ ...row, practiceId: scope.practiceId, outboundFileId: null });
}

/** Claims that are in no file yet. */
export async function countWaitingClaims(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .select({ waiting: count() })
    .from(outbox)
    .where(and(eq(outbox.practiceId, scope.practiceId), isNull(outbox.outboundFileId)));
  return row?.waiting ?? 0;
}
