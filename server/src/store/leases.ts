/** Which server process works for a practice's exchange: one at a time, each turn with a number that is never given again. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, gt, sql } from 'drizzle-orm';
import { oneMore } from './dialect.ts';
import { oncePerConnection } from './prepared.ts';
import { exchangeLeases } from './schema.ts';
import type { Scope } from './store.ts';

export interface Lease {
  readonly holder: string;
  /** Of this turn: higher than that of every turn before it. */
  readonly fence: number;
  readonly until: UtcInstant;
}

export async function findLease(scope: Scope): Promise<Lease | undefined> {
  const [row] = await scope.db
    .select({
      holder: exchangeLeases.holder,
      fence: exchangeLeases.fence,
      until: exchangeLeases.heldUntil,
    })
    .from(exchangeLeases)
    .where(eq(exchangeLeases.practiceId, scope.practiceId));
  return row && { ...row, until: row.until as UtcInstant };
}

/** Begins a turn of `holder`, whoever had the last. Call inside the transaction that found it over. */
export async function beginLease(scope: Scope, holder: string, until: UtcInstant): Promise<Lease> {
  const [row] = await scope.db
    .insert(exchangeLeases)
    .values({ practiceId: scope.practiceId, holder, fence: 1, heldUntil: until })
    .onConflictDoUpdate({
      target: exchangeLeases.practiceId,
      set: { holder, heldUntil: until, fence: oneMore(exchangeLeases.fence) },
    })
    .returning({ fence: exchangeLeases.fence });
  if (!row) throw new Error('the lease gave no number');
  return { holder, fence: row.fence, until };
}

/** Lengthens a turn; false when it is over. */
export async function renewLease(scope: Scope, lease: Lease, until: UtcInstant): Promise<boolean> {
  const rows = await scope.db
    .update(exchangeLeases)
    .set({ heldUntil: until })
    .where(ofTurn(scope, lease))
    .returning({ fence: exchangeLeases.fence });
  return rows.length > 0;
}

/** Whether the turn lasts. Decisive inside a transaction only. */
export async function isLeaseHeld(
  { db, practiceId }: Scope,
  { holder, fence }: Pick<Lease, 'holder' | 'fence'>,
  now: UtcInstant,
): Promise<boolean> {
  return (await heldLease(db).execute({ practiceId, holder, fence, now })).length > 0;
}

const heldLease = oncePerConnection((db) =>
  db
    .select({ fence: exchangeLeases.fence })
    .from(exchangeLeases)
    .where(
      and(
        eq(exchangeLeases.practiceId, sql.placeholder('practiceId')),
        eq(exchangeLeases.holder, sql.placeholder('holder')),
        eq(exchangeLeases.fence, sql.placeholder('fence')),
        gt(exchangeLeases.heldUntil, sql.placeholder('now')),
      ),
    )
    .prepare(),
);

function ofTurn({ practiceId }: Scope, { holder, fence }: Lease) {
  return and(
    eq(exchangeLeases.practiceId, practiceId),
    eq(exchangeLeases.holder, holder),
    eq(exchangeLeases.fence, fence),
  );
}
