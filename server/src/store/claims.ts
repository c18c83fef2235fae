/** Claims: the stored row, its summary, and the lookups that keep a visit from being billed twice. */
import type { ClaimSummary, ListedAppeal } from '@claimside/shared/api';
import { type Claim, locationKey, renderingNpi } from '@claimside/shared/claim';
import {
  type ClaimMoney,
  type ClaimStatus,
  type FollowUp,
  foldMoney,
  VISIT_OPEN_AGAIN,
} from '@claimside/shared/lifecycle';
import { memberKey } from '@claimside/shared/matching';
import { type Cents, cents, type UtcInstant } from '@claimside/shared/values';
import { and, desc, eq, isNull, notInArray, sql } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { nameKeys } from './name-keys.ts';
import { oncePerConnection } from './prepared.ts';
import { patientKeyOf, servicesKeyOf } from './same-keys.ts';
import { claimPayers, claims } from './schema.ts';
import type { Scope } from './store.ts';
import { listSubmissions } from './submissions.ts';

export interface NewClaim {
  readonly id: string;
  readonly idempotencyKey: string;
  readonly requestHash: string;
  readonly visitKey: string;
  readonly patientControlNumber: string;
  readonly claim: Claim;
  readonly totalCharge: Cents;
  readonly ehr: string;
  readonly correctedFields: readonly string[];
  readonly createdByDevice: string;
  readonly createdAt: UtcInstant;
  readonly follows?: { readonly claimId: string; readonly how: FollowUp } | undefined;
}

export const summaryColumns = {
  id: claims.id,
  patientControlNumber: claims.patientControlNumber,
  patientName: claims.patientName,
  serviceDate: claims.serviceDate,
  payerName: claims.payerName,
  totalCharge: claims.totalCharge,
  status: claims.status,
  statusSince: claims.statusSince,
  money: claims.money,
  createdAt: claims.createdAt,
  visitKey: claims.visitKey,
  assignedTo: claims.assignedTo,
  appeal: claims.appeal,
  followedBy: claims.followedBy,
};

/** Stores a new claim as queued; its first facts follow in the same transaction. */
export async function insertClaim(scope: Scope, { follows, ...claim }: NewClaim): Promise<void> {
  const { patient, coverage, serviceLines } = claim.claim;
  const [serviceDate = ''] = serviceLines.map((line) => line.serviceDate).sort();
  await scope.db.insert(claims).values({
    ...claim,
    practiceId: scope.practiceId,
    claim: toJson(claim.claim),
    correctedFields: toJson(claim.correctedFields),
    patientName: `${patient.lastName}, ${patient.firstName}`,
    serviceDate,
    servicesKey: servicesKeyOf(claim.claim),
    patientKey: patientKeyOf(claim.claim),
    memberKey: memberKey(coverage.memberId),
    payerName: coverage.payerName,
    ...foundBy(claim.claim),
    status: 'queued' satisfies ClaimStatus,
    statusSince: claim.createdAt,
    money: toJson(foldMoney(claim.totalCharge, [])),
    ...(follows && { followsClaim: follows.claimId, followUp: follows.how }),
  });
  await notePayer(scope, coverage.payerName);
  if (follows) await setFollowedBy(scope, follows.claimId, claim.id);
}

const foundBy = (claim: Claim) => ({
  ...nameKeys(claim.patient),
  renderingNpi: renderingNpi(claim),
  location: locationKey(claim),
});

async function notePayer(scope: Scope, name: string): Promise<void> {
  await scope.db.insert(claimPayers).values({ practiceId: scope.practiceId, name }).onConflictDoNothing();
}

/** Writes anew by what a claim is found; for claims that are older than these columns. */
export async function setFoundBy(scope: Scope, id: string): Promise<void> {
  const ofClaim = and(eq(claims.practiceId, scope.practiceId), eq(claims.id, id));
  const [row] = await scope.db.select({ claim: claims.claim }).from(claims).where(ofClaim);
  if (!row) return;
  const claim = fromJson<Claim>(row.claim);
  await scope.db.update(claims).set(foundBy(claim)).where(ofClaim);
  await notePayer(scope, claim.coverage.payerName);
}

/** `by` is null where the claim that followed was taken back. */
export async function setFollowedBy(scope: Scope, claimId: string, by: string | null): Promise<void> {
  await scope.db
    .update(claims)
    .set({ followedBy: by })
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, claimId)));
}

export async function findClaimByIdempotencyKey(
  scope: Scope,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string } | undefined> {
  const { db, practiceId } = scope;
  const [row] = await byIdempotencyKey(db).execute({ practiceId, idempotencyKey });
  return row;
}

const byIdempotencyKey = oncePerConnection((db) =>
  db
    .select({ id: claims.id, requestHash: claims.requestHash })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, sql.placeholder('practiceId')),
        eq(claims.idempotencyKey, sql.placeholder('idempotencyKey')),
      ),
    )
    .prepare(),
);

/** The claim that already stands for a visit: any but one that was rejected, failed, taken back, or cancelled at the payer. */
export async function findStandingClaimOfVisit(scope: Scope, visitKey: string): Promise<string | undefined> {
  const { db, practiceId } = scope;
  return (await firstStanding(scope, await standingOfVisit(db).execute({ practiceId, visitKey })))?.id;
}

/** A claim whose void was carried out keeps its status: nothing stands of its account all the same. */
async function firstStanding<Row extends { readonly id: string }>(
  scope: Scope,
  newestFirst: readonly Row[],
): Promise<Row | undefined> {
  for (const row of newestFirst)
    if ((await listSubmissions(scope, row.id)).at(-1)?.status !== 'voided') return row;
  return undefined;
}

/** More than any visit has that stand or were cancelled at their payers. */
const MOST_OF_VISIT = 50;

const standingOfVisit = oncePerConnection((db) =>
  db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, sql.placeholder('practiceId')),
        eq(claims.visitKey, sql.placeholder('visitKey')),
        notInArray(claims.status, [...VISIT_OPEN_AGAIN]),
      ),
    )
    .orderBy(desc(claims.createdAt))
    .limit(MOST_OF_VISIT)
    .prepare(),
);

/** Claims of a visit whose account stands no more: taken back, rejected, or cancelled at the payer. */
export async function listOpenAgainOfVisit(scope: Scope, visitKey: string): Promise<string[]> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.visitKey, visitKey)))
    .orderBy(desc(claims.createdAt))
    .limit(MOST_OF_VISIT);
  const open: string[] = [];
  for (const { id } of rows) {
    const last = (await listSubmissions(scope, id)).at(-1)?.status;
    if (last !== undefined && VISIT_OPEN_AGAIN.includes(last)) open.push(id);
  }
  return open;
}

/** Of each account of the patient whose claim this is, the claim that stands for it; the last date of service first. */
export async function listAccountsOfPatient(scope: Scope, claimId: string, most: number): Promise<string[]> {
  const ofPractice = eq(claims.practiceId, scope.practiceId);
  const [row] = await scope.db
    .select({ patientKey: claims.patientKey })
    .from(claims)
    .where(and(ofPractice, eq(claims.id, claimId)));
  if (!row) return [];
  const isOfPatient = row.patientKey === '' ? eq(claims.id, claimId) : eq(claims.patientKey, row.patientKey);
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(ofPractice, isOfPatient, isNull(claims.followedBy)))
    .orderBy(desc(claims.serviceDate), desc(claims.createdAt))
    .limit(most);
  return rows.map(({ id }) => id);
}

/** The newest claim that stands for the very same services (`servicesKeyOf`), whatever its visit was called. */
export async function findStandingClaimOfServices(
  scope: Scope,
  servicesKey: string,
): Promise<{ id: string; createdAt: string } | undefined> {
  const { db, practiceId } = scope;
  return firstStanding(scope, await standingOfServices(db).execute({ practiceId, servicesKey }));
}

const standingOfServices = oncePerConnection((db) =>
  db
    .select({ id: claims.id, createdAt: claims.createdAt })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, sql.placeholder('practiceId')),
        eq(claims.servicesKey, sql.placeholder('servicesKey')),
        notInArray(claims.status, [...VISIT_OPEN_AGAIN]),
      ),
    )
    .orderBy(desc(claims.createdAt))
    .limit(MOST_OF_VISIT)
    .prepare(),
);

/** Claims of the patient (`patientKeyOf`) that stand, by date of service, the last first. */
export async function listStandingClaimsOfPatient(
  scope: Scope,
  patientKey: string,
  most: number,
): Promise<{ id: string; serviceDate: string; createdAt: UtcInstant; claim: Claim }[]> {
  const rows = await scope.db
    .select({
      id: claims.id,
      serviceDate: claims.serviceDate,
      createdAt: claims.createdAt,
      claim: claims.claim,
    })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        eq(claims.patientKey, patientKey),
        notInArray(claims.status, [...VISIT_OPEN_AGAIN]),
      ),
    )
    .orderBy(desc(claims.serviceDate), desc(claims.createdAt))
    .limit(most);
  return rows.map(({ claim, createdAt, ...row }) => ({
    ...row,
    createdAt: createdAt as UtcInstant,
    claim: fromJson<Claim>(claim),
  }));
}

export async function isControlNumberTaken(scope: Scope, patientControlNumber: string): Promise<boolean> {
  const { db, practiceId } = scope;
  return (await byControlNumber(db).execute({ practiceId, patientControlNumber })).length > 0;
}

const byControlNumber = oncePerConnection((db) =>
  db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, sql.placeholder('practiceId')),
        eq(claims.patientControlNumber, sql.placeholder('patientControlNumber')),
      ),
    )
    .prepare(),
);

export async function findClaim(
  scope: Scope,
  id: string,
): Promise<{ summary: ClaimSummary; claim: Claim; follows: string | null } | undefined> {
  const { db, practiceId } = scope;
  const [row] = await byId(db).execute({ practiceId, id });
  if (!row) return undefined;
  const { claim, follows, ...summary } = row;
  return { summary: toSummary(summary), claim: fromJson<Claim>(claim), follows };
}

const byId = oncePerConnection((db) =>
  db
    .select({ ...summaryColumns, claim: claims.claim, follows: claims.followsClaim })
    .from(claims)
    .where(and(eq(claims.practiceId, sql.placeholder('practiceId')), eq(claims.id, sql.placeholder('id'))))
    .prepare(),
);

export function toSummary(
  row: {
    [Key in keyof typeof summaryColumns]: (typeof claims.$inferSelect)[Key];
  },
): ClaimSummary {
  return {
    ...row,
    totalCharge: cents(row.totalCharge),
    status: row.status as ClaimStatus,
    appeal: row.appeal === null ? null : fromJson<ListedAppeal>(row.appeal),
    money: { ...SINCE_0010, ...fromJson<ClaimMoney>(row.money) },
  };
}

/** Parts of a claim's money that rows folded before migration 0010 do not have: all of them come of later facts. */
const SINCE_0010 = {
  patientShares: { deductible: cents(0), coinsurance: cents(0), copay: cents(0), other: cents(0) },
  patientPaid: cents(0),
  writtenOff: cents(0),
};
