/** The lists of claims: which each holds, in which order, and how many. */
import { CLAIM_LISTS, type ClaimListName, COUNTED_CLAIMS } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { WORKLISTS, type Worklist } from '@claimside/shared/worklists';
import { and, count, desc, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import { findIdsInOrder, numbersMatching, textMatching } from './claim-search.ts';
import { summaryColumns, toSummary } from './claims.ts';
import { ON_THEIR_WAY } from './on-their-way.ts';
import { claims } from './schema.ts';
import type { Scope } from './store.ts';
import { type ClaimFilter, countWorklists, type ListedClaim, listWorklist } from './worklists.ts';

type StatusList = Exclude<ClaimListName, Worklist>;

/** Of the lists that are not worked; undefined: every status. */
const STATUSES_OF: Readonly<Record<StatusList, readonly ClaimStatus[] | undefined>> = {
  'in-progress': ON_THEIR_WAY,
  paid: ['paid'],
  all: undefined,
};

export interface ClaimQuery extends ClaimFilter {
  readonly list: ClaimListName;
  readonly visitKey?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

export interface ClaimPage {
  readonly claims: ListedClaim[];
  /** For the page behind this one; null at the end. */
  readonly next: string | null;
}

/** Worklists by urgency, the others newest first. */
export async function listClaims(scope: Scope, query: ClaimQuery): Promise<ClaimPage> {
  // One more than asked tells whether there is a page behind.
  const more = { ...query, limit: query.limit + 1 };
  const { list } = more;
  const found = isWorklist(list)
    ? await listWorklist(scope, {
        ...more,
        list,
        after: readCursor(query.cursor),
        matching: await matching(scope, query.search),
      })
    : await listByStatus(scope, { ...more, list });
  const listed = found.slice(0, query.limit);
  const last = found.length > query.limit ? listed.at(-1) : undefined;
  return { claims: listed, next: last ? `${last.key}~${last.summary.id}` : null };
}

const isWorklist = (list: ClaimListName): list is Worklist => (WORKLISTS as readonly string[]).includes(list);

function readCursor(cursor: string | undefined): { key: string; id: string } | undefined {
  const [key, id] = cursor?.split('~') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

type StatusQuery = ClaimQuery & { readonly list: StatusList };

/** One query a status, so that each walks an index from its newest claim and stops at the limit. */
async function listByStatus(scope: Scope, query: StatusQuery): Promise<ListedClaim[]> {
  const statuses = STATUSES_OF[query.list];
  if (!statuses && query.search !== undefined) return searchAll(scope, query, query.search);
  const matches = await matching(scope, query.search);
  const parts: ListedClaim[] = [];
  for (const status of statuses ?? [undefined])
    parts.push(...(await newestClaims(scope, query, matches, status)));
  return parts.sort(newestFirst).slice(0, query.limit);
}

async function newestClaims(
  scope: Scope,
  query: StatusQuery,
  matches: SQL | undefined,
  status: ClaimStatus | undefined,
): Promise<ListedClaim[]> {
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
        ...filters(query),
        isBehind(query.cursor),
        matches,
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(query.limit);
  return rows.map((row) => ({ summary: toSummary(row), place: null, key: row.createdAt }));
}

/** Every claim that fits, those of accounts that went on too. Looks through an index that holds all it compares. */
async function searchAll(scope: Scope, query: StatusQuery, search: string): Promise<ListedClaim[]> {
  const where = and(...filters(query), isBehind(query.cursor), await matching(scope, search));
  const ids = await findIdsInOrder(scope, where, query.limit);
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), inArray(claims.id, ids)));
  return rows.map((row) => ({ summary: toSummary(row), place: null, key: row.createdAt })).sort(newestFirst);
}

function filters({ payerName, assignedTo, minimumAmount }: ClaimFilter): (SQL | undefined)[] {
  return [
    payerName === undefined ? undefined : eq(claims.payerName, payerName),
    assignedTo === undefined
      ? undefined
      : assignedTo === null
        ? isNull(claims.assignedTo)
        : eq(claims.assignedTo, assignedTo),
    minimumAmount === undefined ? undefined : gte(claims.totalCharge, minimumAmount),
  ];
}

function isBehind(cursor: string | undefined): SQL | undefined {
  const after = readCursor(cursor);
  return (
    after &&
    or(lt(claims.createdAt, after.key), and(eq(claims.createdAt, after.key), lt(claims.id, after.id)))
  );
}

async function matching(scope: Scope, search: string | undefined): Promise<SQL | undefined> {
  const text = search?.trim() ?? '';
  return text === '' ? undefined : or(textMatching(text), await numbersMatching(scope, text));
}

function newestFirst(a: ListedClaim, b: ListedClaim): number {
  if (a.key !== b.key) return a.key < b.key ? 1 : -1;
  return a.summary.id < b.summary.id ? 1 : -1;
}

/** How many claims each list holds; of lists that are not worked, no more than `COUNTED_CLAIMS` are counted. */
export async function countClaims(scope: Scope): Promise<Record<ClaimListName, number>> {
  const worked = await countWorklists(scope);
  const sizes: [ClaimListName, number][] = [];
  for (const list of CLAIM_LISTS)
    sizes.push([list, isWorklist(list) ? (worked.get(list) ?? 0) : await countByStatus(scope, list)]);
  return Object.fromEntries(sizes) as Record<ClaimListName, number>;
}

async function countByStatus(scope: Scope, list: StatusList): Promise<number> {
  const statuses = STATUSES_OF[list];
  const some = scope.db
    .select({ createdAt: claims.createdAt })
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        isNull(claims.followedBy),
        statuses && inArray(claims.status, [...statuses]),
      ),
    )
    .limit(COUNTED_CLAIMS)
    .as('some');
  const [row] = await scope.db.select({ claims: count() }).from(some);
  return row?.claims ?? 0;
}
