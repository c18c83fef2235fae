/** Claims that an answer may be about, for a person to choose from; each question takes an index and brings few rows. */
import type { Claim } from '@claimside/shared/claim';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import type { Cents, IsoDate } from '@claimside/shared/values';
import { and, desc, eq, inArray, type SQL } from 'drizzle-orm';
import { containsText } from './dialect.ts';
import { fromJson } from './json.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

export interface CandidateClaim {
  readonly id: string;
  readonly patientControlNumber: string;
  readonly claim: Claim;
  readonly status: ClaimStatus;
  readonly createdAt: string;
}

/** Most rows that one question brings. */
const MOST = 20;

export const findCandidatesById = (scope: Scope, ids: readonly string[]) =>
  candidates(scope, inArray(claims.id, ids.slice(0, MOST)));

/** The latest days of service first. */
export const findCandidatesOfMember = (scope: Scope, memberKey: string) =>
  candidates(scope, eq(claims.memberKey, memberKey));

export const findCandidatesOfCharge = (scope: Scope, days: readonly IsoDate[], totalCharge: Cents) =>
  candidates(scope, and(inArray(claims.serviceDate, [...days]), eq(claims.totalCharge, totalCharge)));

export const findCandidatesOfName = (scope: Scope, day: IsoDate, lastName: string) =>
  candidates(scope, and(eq(claims.serviceDate, day), containsText(claims.patientName, lastName)));

async function candidates(scope: Scope, which: SQL | undefined): Promise<CandidateClaim[]> {
  const rows = await scope.db
    .select({
      id: claims.id,
      patientControlNumber: claims.patientControlNumber,
      claim: claims.claim,
      status: claims.status,
      createdAt: claims.createdAt,
    })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), which))
    .orderBy(desc(claims.serviceDate))
    .limit(MOST);
  return rows.map((row) => ({
    ...row,
    claim: fromJson<Claim>(row.claim),
    status: row.status as ClaimStatus,
  }));
}
