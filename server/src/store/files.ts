/** Inbound files as people see them: the queue that needs a person, what came recently, and the raw bytes. */
import type { FileList, InboundFile, RemittanceSummary } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, count, desc, eq, inArray, lt, not, or, type SQL, sql } from 'drizzle-orm';
import { withDecisions } from './decisions.ts';
import { containsText } from './dialect.ts';
import { inboundFiles, remittances } from './schema.ts';
import type { Scope } from './store.ts';

/** Most files a list shows. */
const LIST_LIMIT = 200;

const columns = {
  id: inboundFiles.id,
  name: inboundFiles.name,
  kind: inboundFiles.kind,
  receivedAt: inboundFiles.receivedAt,
  sizeBytes: inboundFiles.sizeBytes,
  state: inboundFiles.state,
  reason: inboundFiles.reason,
  decision: inboundFiles.decision,
};

const NEWEST_FIRST = [desc(inboundFiles.receivedAt), desc(inboundFiles.id)];

/** Payments of it wait for a person, and tell why themselves. */
export const waitsWithPayments = (scope: Scope): SQL =>
  inArray(
    inboundFiles.id,
    scope.db
      .select({ id: remittances.inboundFileId })
      .from(remittances)
      .where(
        and(
          eq(remittances.practiceId, scope.practiceId),
          inArray(remittances.state, ['needs-person', 'unbalanced'] satisfies RemittanceSummary['state'][]),
        ),
      ),
  );

const columnsIn = (scope: Scope) => ({
  ...columns,
  waitsWithPayments: sql<number | boolean>`${waitsWithPayments(scope)}`,
});

/** Files that need a person first, then the newest others; at most 200 of each. */
export async function listInboundFiles(scope: Scope): Promise<InboundFile[]> {
  const ofPractice = eq(inboundFiles.practiceId, scope.practiceId);
  const waiting = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(and(ofPractice, eq(inboundFiles.state, 'needs-person')))
    .orderBy(...NEWEST_FIRST)
    .limit(LIST_LIMIT);
  const recent = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(ofPractice)
    .orderBy(...NEWEST_FIRST)
    .limit(LIST_LIMIT);
  return toFiles(scope, [...waiting, ...recent.filter((row) => row.state !== 'needs-person')]);
}

export interface FileQuery {
  readonly state: InboundFile['state'];
  /** Any part of the name. */
  readonly search?: string | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Files in one state, page by page, the newest first. */
export async function searchFiles(scope: Scope, query: FileQuery): Promise<FileList> {
  const fits = and(
    eq(inboundFiles.practiceId, scope.practiceId),
    eq(inboundFiles.state, query.state),
    query.search === undefined ? undefined : containsText(inboundFiles.name, query.search),
  );
  const [counted] = await scope.db.select({ files: count() }).from(inboundFiles).where(fits);
  // One more than asked tells whether there is a page behind.
  const rows = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(and(fits, behind(query.cursor)))
    .orderBy(...NEWEST_FIRST)
    .limit(query.limit + 1);
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return {
    files: await toFiles(scope, page),
    found: counted?.files ?? 0,
    next: last ? `${last.receivedAt}~${last.id}` : null,
  };
}

function behind(cursor: string | undefined): SQL | undefined {
  const [receivedAt, id] = cursor?.split('~') ?? [];
  if (receivedAt === undefined || id === undefined) return undefined;
  return or(
    lt(inboundFiles.receivedAt, receivedAt),
    and(eq(inboundFiles.receivedAt, receivedAt), lt(inboundFiles.id, id)),
  );
}

/** Undefined when the practice has no such file. */
export async function findFile(scope: Scope, id: string): Promise<InboundFile | undefined> {
  const rows = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return (await toFiles(scope, rows))[0];
}

/** Beside those whose payments wait, which are counted as payments. */
export async function countFilesNeedingPerson(scope: Scope): Promise<number> {
  const [row] = await scope.db.select({ files: count() }).from(inboundFiles).where(needPerson(scope));
  return row?.files ?? 0;
}

/** When each of them came, the oldest first. */
export async function filesNeedingPersonSince(scope: Scope): Promise<UtcInstant[]> {
  const rows = await scope.db
    .select({ at: inboundFiles.receivedAt })
    .from(inboundFiles)
    .where(needPerson(scope))
    .orderBy(asc(inboundFiles.receivedAt));
  return rows.map(({ at }) => at as UtcInstant);
}

const needPerson = (scope: Scope) =>
  and(
    eq(inboundFiles.practiceId, scope.practiceId),
    eq(inboundFiles.state, 'needs-person'),
    not(waitsWithPayments(scope)),
  );

/** The bytes exactly as they were received. */
export async function readInboundFile(
  scope: Scope,
  id: string,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  const [row] = await scope.db
    .select({ name: inboundFiles.name, bytes: inboundFiles.bytes })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return row;
}

type FileRow = {
  [Key in keyof typeof columns]: (typeof inboundFiles.$inferSelect)[Key];
} & { waitsWithPayments: number | boolean };

async function toFiles(scope: Scope, rows: readonly FileRow[]): Promise<InboundFile[]> {
  return (await withDecisions(scope, rows)).map((row) => ({
    ...row,
    kind: row.kind as InboundFile['kind'],
    state: row.state as InboundFile['state'],
    waitsWithPayments: Boolean(row.waitsWithPayments),
  }));
}
