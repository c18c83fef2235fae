/** Claims that wait for an answer which should be here by now. */
import type { ClaimStatus, ExchangedAnswer } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, count, eq, inArray, isNull, lt, or } from 'drizzle-orm';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Ids of claims that left by this connection and have waited for this answer since before `before`, those that waited longest first. */
export async function listClaimsAwaiting(
  scope: Scope,
  connectionId: string,
  awaited: ExchangedAnswer,
  before: UtcInstant,
  limit: number,
): Promise<string[]> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .leftJoin(outbox, eq(outbox.claimId, claims.id))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        eq(claims.awaits, awaited),
        lt(claims.statusSince, before),
        leftBy(connectionId),
      ),
    )
    .orderBy(asc(claims.statusSince))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Claims that left by this connection and wait for any of these answers. */
export async function countClaimsAwaiting(
  scope: Scope,
  connectionId: string,
  awaited: readonly ExchangedAnswer[],
): Promise<number> {
  const [row] = await scope.db
    .select({ claims: count() })
    .from(claims)
    .leftJoin(outbox, eq(outbox.claimId, claims.id))
    .leftJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        inArray(claims.awaits, [...awaited]),
        leftBy(connectionId),
      ),
    );
  return row?.claims ?? 0;
}

/** Claims that left by this connection and have had this status since before `before`. */
export async function countClaimsSince(
  scope: Scope,
  connectionId: string,
  status: ClaimStatus,
  before: UtcInstant,
): Promise<number> {
  const [row] = await scope.db
    .select({ claims: count() })
    .from(claims)
    .innerJoin(outbox, eq(outbox.claimId, claims.id))
    .innerJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        isNull(claims.followedBy),
        eq(claims.status, status),
        lt(claims.statusSince, before),
        eq(outboundFiles.connectionId, connectionId),
      ),
    );
  return row?.claims ?? 0;
}

/** Of a claim that is in no file here the answer is the main connection's to bring. */
const leftBy = (connectionId: string) => {
  const here = eq(outboundFiles.connectionId, connectionId);
  return connectionId === MAIN_CONNECTION ? or(here, isNull(outboundFiles.id)) : here;
};
