/** The lists of claims: which each holds, and in which order. */
import type { ClaimListName } from '@claimside/shared/api';
import type { ClaimStatus } from '@claimside/shared/lifecycle';
import { and, desc, eq, gte, inArray, isNull, lt, or, type SQL, type SQLWrapper } from 'drizzle-orm';
import { isOneOf, MANY, type Source, sourcesOf } from './claim-search.ts';
import { summaryColumns, toSummary } from './claims.ts';
import { unindexed } from './dialect.ts';
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
  const search = query.search?.trim() ?? '';
  const sources = search === '' ? undefined : await sourcesOf(scope, search);
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
  // Those on their way are few beside those that are done: they are walked.
  if (sources && list !== 'in-progress') return claimsOfSources(scope, { ...query, list }, sources);
  return listByStatus(scope, { ...query, list }, matching);
}

function readCursor(cursor: string | undefined): { key: string; id: string } | undefined {
  const [key, id] = cursor?.split('~') ?? [];
  return key === undefined || id === undefined ? undefined : { key, id };
}

type StatusQuery = ClaimQuery & { readonly list: StatusList };

/** One query a status, so that each walks an index from its newest claim and stops at the limit. */
async function listByStatus(
  scope: Scope,
  query: StatusQuery,
  matching: SQL | undefined,
): Promise<ListedClaim[]> {
  const parts: ListedClaim[] = [];
  for (const status of STATUSES_OF[query.list] ?? [undefined])
    parts.push(...(await newestClaims(scope, query, matching, status)));
  return parts.sort(newestFirst).slice(0, query.limit);
}

async function newestClaims(
  scope: Scope,
  query: StatusQuery,
  matching: SQL | undefined,
  status: ClaimStatus | undefined,
): Promise<ListedClaim[]> {
  // The index of what the list is narrowed to is walked, not that of the list: most claims are on it.
  const as = isNarrowed(query) ? unindexed : (column: SQLWrapper) => column;
  const rows = await scope.db
    .select(summaryColumns)
    .from(claims)
    .where(
      and(
        eq(claims.practiceId, scope.practiceId),
        status === undefined ? undefined : eq(as(claims.status), status),
        query.visitKey === undefined ? undefined : eq(claims.visitKey, query.visitKey),
        // On the lists is the last claim of an account; one that it follows is found by its visit, and by a search among all.
        query.visitKey === undefined ? isNull(as(claims.followedBy)) : undefined,
        ...filters(query),
        isBehind(query.cursor),
        matching,
      ),
    )
    .orderBy(desc(claims.createdAt), desc(claims.id))
    .limit(query.limit);
  return rows.map(listed);
}

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
    ...filters(query),
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

function filters({
  payerName,
  assignedTo,
  renderingNpi,
  location,
  minimumAmount,
}: ClaimFilter): (SQL | undefined)[] {
  return [
    payerName === undefined ? undefined : eq(claims.payerName, payerName),
    assignedTo === undefined
      ? undefined
      : assignedTo === null
        ? isNull(claims.assignedTo)
        : eq(claims.assignedTo, assignedTo),
    renderingNpi === undefined ? undefined : eq(claims.renderingNpi, renderingNpi),
    location === undefined ? undefined : eq(claims.location, location),
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

function newestFirst(a: ListedClaim, b: ListedClaim): number {
  if (a.key !== b.key) return a.key < b.key ? 1 : -1;
  return a.summary.id < b.summary.id ? 1 : -1;
}
