/** The lists of claims: which each holds, and in which order. */
import type { ClaimListName } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { and, count, desc, eq, gte, inArray, isNull, lt, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import { isOneOf, MANY, type Source, sourcesOf } from './claim-search.ts';
import { summaryColumns, toSummary } from './claims.ts';
import { unindexed, unindexedNumber } from './dialect.ts';
import { claims } from './schema.ts';
import { isWorklist, STATUSES_OF, type StatusList } from './status-lists.ts';
import type { Scope } from './store.ts';
import { type ClaimFilter, type ListedClaim, listWorklist } from './worklists.ts';

export interface ClaimQuery extends ClaimFilter {
  readonly list: ClaimListName;
  readonly visitKey?: string | undefined;
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
  /** Nothing is found or ordered by money; absent like false. */
  readonly isWithoutMoney?: boolean;
}

export interface ClaimPage {
  readonly claims: ListedClaim[];
  /** For the page behind this one; null at the end. */
  readonly next: string | null;
}

/** Worklists by urgency, which is of money, or without it by when claims came to them; the others newest first. */
export async function listClaims(scope: Scope, query: ClaimQuery): Promise<ClaimPage> {
  // One more than asked tells whether there is a page behind.
  const more = { ...query, limit: query.limit + 1 };
  const search = query.search?.trim() ?? '';
  const sources = search === '' ? undefined : await sourcesOf(scope, search, query.isWithoutMoney);
  const found = await findClaims(scope, more, sources);
  const listed = found.slice(0, query.limit);
  const last = found.length > query.limit ? listed.at(-1) : undefined;
  return { claims: listed, next: last ? `${last.key}~${last.summary.id}` : null };
}

async function findClaims(
  scope: Scope,
  query: ClaimQuery,
  sources: readonly Source[] | undefined,
): Promise<ListedClaim[]> {
  const { list } = query;
  const matching = sources && isOneOf(scope, sources);
  if (isWorklist(list))
    return listWorklist(scope, { ...query, list, after: readCursor(query.cursor), matching });
  const statuses = STATUSES_OF[list];
  // A search among all finds those of accounts that went on, too.
  const isOfAccounts = query.visitKey === undefined && !(sources && statuses === undefined);
  if (await isRare(scope, query))
    return newestClaims(scope, query, { by: 'amount', statuses, isOfAccounts, matching });
  // Those on their way are few beside those that are done: they are walked.
  if (sources && list !== 'in-progress') return claimsOfSources(scope, { ...query, list }, sources);
  // The index of what the list is narrowed to is walked, not that of the list: most claims are on it.
  const by = isNarrowed(query) ? 'filter' : 'list';
  // One query a status, so that each walks an index from its newest claim and stops at the limit.
  const parts: ListedClaim[] = [];
  for (const status of statuses ?? [undefined])
    parts.push(
      ...(await newestClaims(scope, query, {
        by,
        statuses: status && [status],
        isOfAccounts,
        matching,
      })),
    );
  return parts.sort(newestFirst).slice(0, query.limit);
}

/** So few claims are found by their charge and sorted sooner than a list is walked in search of them. */
const FEW = 1_000;

async function isRare(scope: Scope, { minimumAmount, visitKey }: ClaimQuery): Promise<boolean> {
  if (minimumAmount === undefined || visitKey !== undefined) return false;
  const some = scope.db
    .select({ id: claims.id })
    .from(claims)
    .where(and(eq(claims.practiceId, scope.practiceId), gte(claims.totalCharge, minimumAmount)))
    .limit(FEW)
    .as('some');
  const [row] = await scope.db.select({ claims: count() }).from(some);
  return (row?.claims ?? 0) < FEW;
}

function readCursor(cursor: string | undefined): { key: string; id: string } | undefined {
  const [key, id] = cursor?.split('~') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

type StatusQuery = ClaimQuery & { readonly list: StatusList };

interface Walk {
  /** What the index that is walked is of. */
  readonly by: 'list' | 'filter' | 'amount';
  readonly statuses: readonly ClaimStatus[] | undefined;
  /** Only the last claim of each account, which is the one on the lists; one that it follows is found by its visit. */
  readonly isOfAccounts: boolean;
  readonly matching: SQL | undefined;
}

async function newestClaims(
  scope: Scope,
  query: ClaimQuery,
  { by, statuses, isOfAccounts, matching }: Walk,
): Promise<ListedClaim[]> {
  const as = by === 'list' ? indexed : unindexed;
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        statuses && isOneOfStatuses(as(claims.status), statuses),
        query.visitKey === undefined ? undefined : eq(claims.visitKey, query.visitKey),
        isOfAccounts ? isNull(as(claims.followedBy)) : undefined,
        ...filters(query, by === 'amount' ? 'amount' : 'others'),
        isBehind(query.cursor),
        matching,
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(query.limit);
  return rows.map(listed);
}

/** One is asked for as such, so that the claims come in the order of its index. */
const isOneOfStatuses = (column: SQLWrapper, [first, ...more]: readonly ClaimStatus[]): SQL =>
  more.length === 0 ? eq(column, first) : inArray(column, [first, ...more]);

const indexed = (column: SQLWrapper): SQLWrapper => column;

const isNarrowed = ({ renderingNpi, location, payerName, assignedTo }: ClaimFilter): boolean =>
  [renderingNpi, location, payerName, assignedTo].some((value) => typeof value === 'string');

/** The newest that fit any of the sources, among all those of accounts that went on too: a few of each, then the newest of these. */
async function claimsOfSources(
  scope: Scope,
  query: StatusQuery,
  sources: readonly Source[],
): Promise<ListedClaim[]> {
  const statuses = STATUSES_OF[query.list];
  const rest = and(
    statuses && inArray(unindexed(claims.status), [...statuses]),
    statuses && isNull(unindexed(claims.followedBy)),
    ...filters(query, 'others'),
    isBehind(query.cursor),
  );
  const ids = new Set<string>();
  for (const source of sources)
    for (const id of await newestOf(scope, source, rest, query.limit)) ids.add(id);
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(and(eq(unindexed(claims.practiceId), scope.practiceId), inArray(claims.id, [...ids])));
  return rows.map(listed).sort(newestFirst).slice(0, query.limit);
}

async function newestOf(
  scope: Scope,
  { where, isInOrder, walked }: Source,
  rest: SQL | undefined,
  limit: number,
): Promise<string[]> {
  const { createdAt, id } = claims;
  const ofPractice = eq(claims.practiceId, scope.practiceId);
  if (isInOrder || walked) {
    const rows = await scope.db
      .select({ id })
      .from(claims)
      .where(and(ofPractice, walked ?? where, rest))
      .orderBy(desc(createdAt), desc(id))
      .limit(limit);
    return rows.map((row) => row.id);
  }
  // Its limit keeps it a question of its own: else the planner would walk all claims in the order that is wanted.
  const some = scope.db
    .select({ id, createdAt })
    .from(claims)
    .where(and(ofPractice, where, rest))
    .limit(MANY)
    .as('some');
  const rows = await scope.db
    .select({ id: some.id })
    .from(some)
    .orderBy(desc(some.createdAt), desc(some.id))
    .limit(limit);
  return rows.map((row) => row.id);
}

function listed(row: Parameters<typeof toSummary>[0]): ListedClaim {
  return { summary: toSummary(row), place: null, key: row.createdAt };
}

/** Which of them may take an index: the amount, or all others. */
function filters(
  { payerName, assignedTo, renderingNpi, location, minimumAmount }: ClaimFilter,
  by: 'amount' | 'others',
): (SQL | undefined)[] {
  const as = by === 'amount' ? unindexed : indexed;
  const charge: SQLWrapper = by === 'amount' ? claims.totalCharge : unindexedNumber(claims.totalCharge);
  return [
    payerName === undefined ? undefined : eq(as(claims.payerName), payerName),
    assignedTo === undefined
      ? undefined
      : assignedTo === null
        ? isNull(as(claims.assignedTo))
        : eq(as(claims.assignedTo), assignedTo),
    renderingNpi === undefined ? undefined : eq(as(claims.renderingNpi), renderingNpi),
    location === undefined ? undefined : eq(as(claims.location), location),
    minimumAmount === undefined ? undefined : gte(charge, minimumAmount),
  ];
}

function isBehind(cursor: string | undefined): SQL | undefined {
  const after = readCursor(cursor);
  return (
    after &&
    or(lt(claims.createdAt, after.key), and(eq(claims.createdAt, after.key), lt(claims.id, after.id)))
  );
}

function newestFirst(a: ListedClaim, b: ListedClaim): number {
  if (a.key !== b.key) return a.key < b.key ? 1 : -1;
  return a.summary.id < b.summary.id ? 1 : -1;
}
