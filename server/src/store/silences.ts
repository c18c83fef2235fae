/** Claims that wait for an answer which should be here by now. */
import type { ExchangedAnswer } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, lt } from 'drizzle-orm';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

/** Ids of claims that have waited for this answer since before `before`, those that waited longest first. */
export async function listClaimsAwaiting(
  scope: Scope,
  awaited: ExchangedAnswer,
  before: UtcInstant,
  limit: number,
): Promise<string[]> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        eq(claims.awaits, awaited),
        lt(claims.statusSince, before),
      ),
    )
    .orderBy(asc(claims.statusSince))
    .limit(limit);
  return rows.map((row) => row.id);
}
