/** Which claims hold which parts of a payment. */
import { and, eq, gte, lt } from 'drizzle-orm';
import { claimEvents, IS_PAYMENT_FACT } from './schema.ts';
import type { Scope } from './store.ts';

/** The claim of each fact whose dedupe key begins with `prefix`, which is one of payments. */
export async function claimsOfParts(scope: Scope, prefix: string): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .select({ dedupeKey: claimEvents.dedupeKey, claimId: claimEvents.claimId })
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, scope.practiceId),
        IS_PAYMENT_FACT,
        gte(claimEvents.dedupeKey, prefix),
        lt(claimEvents.dedupeKey, `${prefix}\u007f`),
      ),
    );
  return new Map(rows.map((row) => [row.dedupeKey, row.claimId]));
}
