/** Claims that wait for an answer which should be here by now. */
import type { ClaimStatus, ExchangedAnswer } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, count, countDistinct, eq, inArray, isNull, lt, notInArray, or } from 'drizzle-orm';
import { MAIN_CONNECTION, type MadeFor } from '../clearinghouse/index.ts';
import { fromJson } from './json.ts';
import { claims, outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

export interface Patience {
  /** Since before then they have waited too long. */
  readonly before: UtcInstant;
  /** Claims to these payers, by their names, since before another time. */
  readonly other?: { readonly payers: readonly string[]; readonly before: UtcInstant };
}

/** Ids of claims that left by this connection and have waited too long for this answer, those that waited longest first. */
export async function listClaimsAwaiting(
  scope: Scope,
  connectionId: string,
  awaited: ExchangedAnswer,
  { before, other }: Patience,
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
        other && or(notInArray(claims.payerName, [...other.payers]), lt(claims.statusSince, other.before)),
        leftBy(connectionId),
      ),
    )
    .orderBy(asc(claims.statusSince))
    .limit(limit);
  return rows.map((row) => row.id);
}

/** Claims that left by this connection and wait for any of these answers, and the files in which they left. */
export async function countAwaiting(
  scope: Scope,
  connectionId: string,
  awaited: readonly ExchangedAnswer[],
): Promise<{ readonly claims: number; readonly files: number }> {
  const [row] = await scope.db
    .select({ claims: count(), files: countDistinct(outboundFiles.id) })
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
  return row ?? { claims: 0, files: 0 };
}

/** Claims of one file that have had one status since the same moment. */
export interface ClaimsOfFile {
  readonly fileId: string;
  /** The account that the file was made for; null where that was not noted yet. */
  readonly madeFor: MadeFor | null;
  readonly sentAt: UtcInstant | null;
  readonly since: UtcInstant;
  readonly claims: number;
}

/** Claims with this status that left by this connection, by their files. */
export async function listClaimsOfStatus(
  scope: Scope,
  connectionId: string,
  status: ClaimStatus,
): Promise<ClaimsOfFile[]> {
  const rows = await scope.db
    .select({
      fileId: outboundFiles.id,
      madeFor: outboundFiles.madeFor,
      sentAt: outboundFiles.sentAt,
      since: claims.statusSince,
      claims: count(),
    })
    .from(claims)
    .innerJoin(outbox, eq(outbox.claimId, claims.id))
    .innerJoin(outboundFiles, eq(outboundFiles.id, outbox.outboundFileId))
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        isNull(claims.followedBy),
        eq(claims.status, status),
        eq(outboundFiles.connectionId, connectionId),
      ),
    )
    .groupBy(outboundFiles.id, claims.statusSince);
  return rows.map((row) => ({
    ...row,
    madeFor: row.madeFor === null ? null : fromJson<MadeFor>(row.madeFor),
    sentAt: row.sentAt as UtcInstant | null,
    since: row.since as UtcInstant,
  }));
}

/** Of a claim that is in no file here the answer is the main connection's to bring. */
const leftBy = (connectionId: string) => {
  const here = eq(outboundFiles.connectionId, connectionId);
  return connectionId === MAIN_CONNECTION ? or(here, isNull(outboundFiles.id)) : here;
};
