/** Claims: the stored row, its summary for lists, and the lookups that keep a visit from being billed twice. */
import type { CLAIM_LISTS, ClaimSummary } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import { type ClaimMoney, type ClaimStatus, foldMoney } from '@claimside/shared/lifecycle';
import { type Cents, cents, parseDate, type UtcInstant } from '@claimside/shared/values';
import { and, count, desc, eq, inArray, notInArray, or, type SQL } from 'drizzle-orm';
import { containsText } from './dialect.ts';
import { fromJson, toJson } from './json.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

export type ClaimListName = (typeof CLAIM_LISTS)[number];

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
}

/** Statuses in which no claim stands for the visit any more, so that it may be billed again. */
const VISIT_OPEN_AGAIN: readonly ClaimStatus[] = [
  'file-failed',
  'rejected-by-clearinghouse',
  'rejected-by-payer',
];

/** What each list shows; `needs-you` goes by the row's own flag. */
const IN_PROGRESS: readonly ClaimStatus[] = [
  'queued',
  'sent',
  'file-accepted',
  'at-clearinghouse',
  'with-payer',
];
const PAID: readonly ClaimStatus[] = ['paid', 'partly-paid'];

const summaryColumns = {
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
};

/** Stores a new claim as queued; its first facts follow in the same transaction. */
export async function insertClaim(scope: Scope, claim: NewClaim): Promise<void> {
  const { patient, coverage, serviceLines } = claim.claim;
  const [serviceDate = ''] = serviceLines.map((line) => line.serviceDate).sort();
  await scope.db.insert(claims).values({
    ...claim,
    practiceId: scope.practiceId,
    claim: toJson(claim.claim),
    correctedFields: toJson(claim.correctedFields),
    patientName: `${patient.lastName}, ${patient.firstName}`,
    serviceDate,
    payerName: coverage.payerName,
    status: 'queued' satisfies ClaimStatus,
    statusSince: claim.createdAt,
    needsPerson: false,
    money: toJson(foldMoney(claim.totalCharge, [])),
  });
}

export async function findClaimByIdempotencyKey(
  scope: Scope,
  idempotencyKey: string,
): Promise<{ id: string; requestHash: string } | undefined> {
  const [row] = await scope.db
    .select({ id: claims.id, requestHash: claims.requestHash })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.idempotencyKey, idempotencyKey)));
  return row;
}

/** The claim that already stands for a visit: any but a rejected or failed one. */
export async function findStandingClaimOfVisit(scope: Scope, visitKey: string): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        eq(claims.visitKey, visitKey),
        notInArray(claims.status, [...VISIT_OPEN_AGAIN]),
      ),
    )
    .orderBy(desc(claims.createdAt))
    .limit(1);
  return row?.id;
}

export async function isControlNumberTaken(scope: Scope, patientControlNumber: string): Promise<boolean> {
  const rows = await scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(
      and(eq(claims.practiceId, scope.practiceId), eq(claims.patientControlNumber, patientControlNumber)),
    );
  return rows.length > 0;
}

export async function findClaim(
  scope: Scope,
  id: string,
): Promise<{ summary: ClaimSummary; claim: Claim } | undefined> {
  const [row] = await scope.db
    .select({ ...summaryColumns, claim: claims.claim })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), eq(claims.id, id)));
  if (!row) return undefined;
  const { claim, ...summary } = row;
  return { summary: toSummary(summary), claim: fromJson<Claim>(claim) };
}

/** Newest first. */
export async function listClaims(
  scope: Scope,
  query: {
    readonly list: ClaimListName;
    readonly visitKey?: string | undefined;
    readonly search?: string | undefined;
    readonly limit: number;
  },
): Promise<ClaimSummary[]> {
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        inList(query.list),
        query.visitKey === undefined ? undefined : eq(claims.visitKey, query.visitKey),
        matching(query.search),
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(query.limit);
  return rows.map(toSummary);
}

/** How many claims of the practice each list holds. */
export async function countClaims(scope: Scope): Promise<Record<ClaimListName, number>> {
  const rows = await scope.db
    .select({ status: claims.status, needsPerson: claims.needsPerson, claims: count() })
    .from(claims)
    .where(eq(claims.practiceId, scope.practiceId))
    .groupBy(claims.status, claims.needsPerson);
  const sum = (belongs: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(belongs).reduce((total, row) => total + row.claims, 0);
  return {
    'needs-you': sum((row) => row.needsPerson),
    'in-progress': sum((row) => IN_PROGRESS.includes(row.status as ClaimStatus)),
    paid: sum((row) => PAID.includes(row.status as ClaimStatus)),
    all: sum(() => true),
  };
}

function inList(list: ClaimListName): SQL | undefined {
  switch (list) {
    case 'needs-you':
      return eq(claims.needsPerson, true);
    case 'in-progress':
      return inArray(claims.status, [...IN_PROGRESS]);
    case 'paid':
      return inArray(claims.status, [...PAID]);
    case 'all':
      return undefined;
  }
}

/** Claim number, patient name or payer holding the text, or a service date written any usual way. */
function matching(search: string | undefined): SQL | undefined {
  const text = search?.trim() ?? '';
  if (text === '') return undefined;
  const date = parseDate(text);
  return or(
    containsText(claims.patientControlNumber, text),
    containsText(claims.patientName, text),
    containsText(claims.payerName, text),
    date === undefined ? undefined : eq(claims.serviceDate, date),
  );
}

function toSummary(
  row: {
    [Key in keyof typeof summaryColumns]: (typeof claims.$inferSelect)[Key];
  },
): ClaimSummary {
  return {
    ...row,
    totalCharge: cents(row.totalCharge),
    status: row.status as ClaimStatus,
    money: fromJson<ClaimMoney>(row.money),
  };
}
