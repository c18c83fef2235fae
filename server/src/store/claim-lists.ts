/** The worklists: which claims each holds, in which order, and how many. */
import type { CLAIM_LISTS, ClaimSummary } from '@claimside/shared/api';
import { CLAIM_STATUSES, type ClaimStatus, STATUS_INFO } from '@claimside/shared/lifecycle';
import { parseDate } from '@claimside/shared/values';
import { and, count, desc, eq, isNull, or, type SQL } from 'drizzle-orm';
import { summaryColumns, toSummary } from './claims.ts';
import { containsText } from './dialect.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';

export type ClaimListName = (typeof CLAIM_LISTS)[number];

/** What each list shows; undefined: every status. */
const STATUSES_OF: Readonly<Record<ClaimListName, readonly ClaimStatus[] | undefined>> = {
  'needs-you': CLAIM_STATUSES.filter((status) => STATUS_INFO[status].needsPerson),
  'in-progress': ['queued', 'sent', 'file-accepted', 'at-clearinghouse', 'with-payer'],
  paid: ['paid', 'partly-paid'],
  all: undefined,
};

export interface ClaimQuery {
  readonly list: ClaimListName;
  readonly visitKey?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
}

/** Newest first. One query a status, so that each walks an index from its newest claim and stops at the limit. */
export async function listClaims(scope: Scope, query: ClaimQuery): Promise<ClaimSummary[]> {
  const statuses = STATUSES_OF[query.list];
  if (!statuses) return newestClaims(scope, query);
  const parts: ClaimSummary[] = [];
  for (const status of statuses) parts.push(...(await newestClaims(scope, query, status)));
  return parts.sort(newestFirst).slice(0, query.limit);
}

async function newestClaims(scope: Scope, query: ClaimQuery, status?: ClaimStatus): Promise<ClaimSummary[]> {
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        status === undefined ? undefined : eq(claims.status, status),
        query.visitKey === undefined ? undefined : eq(claims.visitKey, query.visitKey),
        // One that another follows is found by its number and its visit; on the lists is the last of an account.
        query.visitKey === undefined && query.search === undefined ? isNull(claims.followedBy) : undefined,
        matching(query.search),
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(query.limit);
  return rows.map(toSummary);
}

function newestFirst(a: ClaimSummary, b: ClaimSummary): number {
  if (a.createdAt !== b.createdAt) return a.createdAt < b.createdAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}

/** How many claims of the practice each list holds. */
export async function countClaims(scope: Scope): Promise<Record<ClaimListName, number>> {
  const rows = await scope.db
    .select({ status: claims.status, claims: count() })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), isNull(claims.followedBy)))
    .groupBy(claims.status);
  const size = (list: ClaimListName) =>
    rows
      .filter((row) => STATUSES_OF[list]?.some((status) => status === row.status) ?? true)
      .reduce((total, row) => total + row.claims, 0);
  return {
    'needs-you': size('needs-you'),
    'in-progress': size('in-progress'),
    paid: size('paid'),
    all: size('all'),
  };
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
