/** Which claims' places on the worklists, rows in reports, and money in the ledger, were derived by other rules, or other settings, than hold now. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, gt } from 'drizzle-orm';
import { refold } from './claim-events.ts';
import { postAccount } from './claim-ledger.ts';
import { setFoundBy } from './claims.ts';
import { takeNumber } from './counters.ts';
import { unindexed } from './dialect.ts';
import { claims, counters } from './schema.ts';
import type { Scope } from './store.ts';

/** Raise it when `foldClaim`, `worklistsOf`, `outcomeOf` or by what a claim is found (`setFoundBy`) are otherwise than before: every store is then brought up to date once. */
const RULES = 41;

const CHANGES = 'worklist-settings';
const WRITTEN = 'worklists-written';

/** Notes that settings by which worklists are made have changed. Call in the transaction that changes them. */
export async function noteWorklistSettings(scope: Scope): Promise<void> {
  await takeNumber(scope, CHANGES);
}

/** What the worklists should be derived by, as one number; null where they are. */
export async function staleWorklists(scope: Scope): Promise<number | null> {
  const wanted = RULES * 1_000_000 + (await counted(scope, CHANGES));
  return (await counted(scope, WRITTEN)) === wanted ? null : wanted;
}

/** Says that every claim was derived by `wanted`. */
export async function noteWorklistsWritten(scope: Scope, wanted: number): Promise<void> {
  await scope.db
    .insert(counters)
    .values({ practiceId: scope.practiceId, name: WRITTEN, value: wanted })
    .onConflictDoUpdate({ target: [counters.practiceId, counters.name], set: { value: wanted } });
}

/**
 * Derives the next claims after the one given anew, and enters in the ledger what comes out otherwise, as learnt `at`; gives the last
 * of them, undefined once there is none.
 */
export async function rewriteSome(
  scope: Scope,
  after: string,
  limit: number,
  at: UtcInstant,
): Promise<string | undefined> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(unindexed(claims.practiceId), scope.practiceId), gt(claims.id, after)))
    .orderBy(asc(claims.id))
    .limit(limit);
  for (const { id } of rows) {
    await setFoundBy(scope, id);
    await refold(scope, id);
    await postAccount(scope, id, { kind: 'claim-changed', at, source: { kind: 'system' } });
  }
  return rows.at(-1)?.id;
}

async function counted(scope: Scope, name: string): Promise<number> {
  const [row] = await scope.db
    .select({ value: counters.value })
    .from(counters)
    .where(and(eq(counters.practiceId, scope.practiceId), eq(counters.name, name)));
  return row?.value ?? 0;
}
