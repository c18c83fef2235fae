/** Which claims hold which parts of a payment. */
import { and, eq, gte, lt, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { claimEvents, IS_PAYMENT_FACT, STILL_COUNTS } from './schema.ts';
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
        STILL_COUNTS,
      ),
    );
  return new Map(rows.map((row) => [row.dedupeKey, row.claimId]));
}

/** The claim that holds the part of a payment with this dedupe key; undefined too for a key that is none of payments. */
export async function claimOfPart(scope: Scope, dedupeKey: string): Promise<string | undefined> {
  const { db, practiceId } = scope;
  const [row] = await claimOfKey(db).execute({ practiceId, dedupeKey });
  return row?.claimId;
}

const claimOfKey = oncePerConnection((db) =>
  db
    .select({ claimId: claimEvents.claimId })
    .from(claimEvents)
    .where(
      and(
        eq(claimEvents.practiceId, sql.placeholder('practiceId')),
        IS_PAYMENT_FACT,
        eq(claimEvents.dedupeKey, sql.placeholder('dedupeKey')),
        STILL_COUNTS,
      ),
    )
    .prepare(),
);
