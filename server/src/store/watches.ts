/** What the watchdogs found in a practice and what still lasts. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, max } from 'drizzle-orm';
import { remoteFiles, watches } from './schema.ts';
import type { Db, Scope } from './store.ts';

export interface FoundWatch {
  readonly name: string;
  /** Of which of the practice's connections; empty for what concerns the server. */
  readonly connectionId: string;
  /** One sentence: what is wrong, and what to do. */
  readonly message: string;
}

export interface Watch extends FoundWatch {
  readonly since: UtcInstant;
}

/** In the order of their names. */
export async function listWatches(scope: Scope): Promise<Watch[]> {
  const rows = await scope.db
    .select({
      name: watches.name,
      connectionId: watches.connectionId,
      message: watches.message,
      since: watches.since,
    })
    .from(watches)
    .where(eq(watches.practiceId, scope.practiceId))
    .orderBy(asc(watches.name), asc(watches.connectionId));
  return rows.map((row) => ({ ...row, since: row.since as UtcInstant }));
}

/** What is found somewhere, by name and connection, and without a word of where: for whoever watches the server from outside. */
export async function listWatchNames(db: Db): Promise<Pick<FoundWatch, 'name' | 'connectionId'>[]> {
  const { name, connectionId } = watches;
  return db.selectDistinct({ name, connectionId }).from(watches).orderBy(asc(name), asc(connectionId));
}

const keyOf = ({ name, connectionId }: Pick<FoundWatch, 'name' | 'connectionId'>): string =>
  `${name} ${connectionId}`;

/** Keeps these and no others; one that was known keeps its beginning. True when the names or the words changed. */
export async function setWatches(
  scope: Scope,
  found: readonly FoundWatch[],
  at: UtcInstant,
): Promise<boolean> {
  const known = await listWatches(scope);
  const still = new Set(found.map(keyOf));
  const over = known.filter((watch) => !still.has(keyOf(watch)));
  for (const { name, connectionId } of over)
    await scope.db
      .delete(watches)
      .where(
        and(
          eq(watches.practiceId, scope.practiceId),
          eq(watches.name, name),
          eq(watches.connectionId, connectionId),
        ),
      );
  let isChanged = over.length > 0;
  const before = new Map(known.map((watch) => [keyOf(watch), watch.message]));
  for (const watch of found) {
    const { message } = watch;
    if (before.get(keyOf(watch)) === message) continue;
    isChanged = true;
    await scope.db
      .insert(watches)
      .values({ ...watch, practiceId: scope.practiceId, since: at })
      .onConflictDoUpdate({
        target: [watches.practiceId, watches.name, watches.connectionId],
        set: { message },
      });
  }
  return isChanged;
}

/** The newest time that the clearinghouse of a connection wrote on a file there, in milliseconds since 1970 by its clock. */
export async function newestRemoteTime(scope: Scope, connectionId: string): Promise<number | null> {
  const [row] = await scope.db
    .select({ newest: max(remoteFiles.modified) })
    .from(remoteFiles)
    .where(and(eq(remoteFiles.practiceId, scope.practiceId), eq(remoteFiles.connectionId, connectionId)));
  return row?.newest ?? null;
}
