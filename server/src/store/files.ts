/** Inbound files as people see them: the queue that needs a person, what came recently, and the raw bytes. */
import type { InboundFile, RemittanceSummary } from '@claimside/shared/api';
import { and, count, desc, eq, inArray, not, type SQL, sql } from 'drizzle-orm';
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
};

/** Payments of it wait for a person, and tell why themselves. */
const waitsWithPayments = (scope: Scope): SQL =>
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
  const newestFirst = [desc(inboundFiles.receivedAt), desc(inboundFiles.id)];
  const waiting = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(and(ofPractice, eq(inboundFiles.state, 'needs-person')))
    .orderBy(...newestFirst)
    .limit(LIST_LIMIT);
  const recent = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(ofPractice)
    .orderBy(...newestFirst)
    .limit(LIST_LIMIT);
  return [...waiting, ...recent.filter((row) => row.state !== 'needs-person')].map(toFile);
}

/** Undefined when the practice has no such file. */
export async function findFile(scope: Scope, id: string): Promise<InboundFile | undefined> {
  const [row] = await scope.db
    .select(columnsIn(scope))
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return row && toFile(row);
}

/** Beside those whose payments wait, which are counted as payments. */
export async function countFilesNeedingPerson(scope: Scope): Promise<number> {
  const [row] = await scope.db
    .select({ files: count() })
    .from(inboundFiles)
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.state, 'needs-person'),
        not(waitsWithPayments(scope)),
      ),
    );
  return row?.files ?? 0;
}

/** A person says why nobody needs to look at it any more. Of two who say so at once the second changes nothing. */
export async function setFileAside(scope: Scope, id: string, reason: string): Promise<boolean> {
  const rows = await scope.db
    .update(inboundFiles)
    .set({ state: 'read', reason })
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.id, id),
        eq(inboundFiles.state, 'needs-person'),
        not(waitsWithPayments(scope)),
      ),
    )
    .returning({ id: inboundFiles.id });
  return rows.length > 0;
}

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

function toFile(
  row: {
    [Key in keyof typeof columns]: (typeof inboundFiles.$inferSelect)[Key];
  } & { waitsWithPayments: number | boolean },
): InboundFile {
  return {
    ...row,
    kind: row.kind as InboundFile['kind'],
    state: row.state as InboundFile['state'],
    waitsWithPayments: Boolean(row.waitsWithPayments),
  };
}
