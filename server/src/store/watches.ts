/** What the watchdogs found in a practice and what still lasts. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, inArray, max } from 'drizzle-orm';
import { remoteFiles, watches } from './schema.ts';
import type { Db, Scope } from './store.ts';

export interface Watch {
  readonly name: string;
  /** One sentence: what is wrong, and what to do. */
  readonly message: string;
  readonly since: UtcInstant;
}

/** In the order of their names. */
export async function listWatches(scope: Scope): Promise<Watch[]> {
  const rows = await scope.db
    .select({ name: watches.name, message: watches.message, since: watches.since })
    .from(watches)
    .where(eq(watches.practiceId, scope.practiceId))
    .orderBy(asc(watches.name));
  return rows.map((row) => ({ ...row, since: row.since as UtcInstant }));
}

/** What is found somewhere, by name and without a word of where: for whoever watches the server from outside. */
export async function listWatchNames(db: Db): Promise<string[]> {
  const rows = await db.selectDistinct({ name: watches.name }).from(watches).orderBy(asc(watches.name));
  return rows.map(({ name }) => name);
}

/** Keeps these and no others; one that was known keeps its beginning. True when the names or the words changed. */
export async function setWatches(
  scope: Scope,
  found: ReadonlyMap<string, string>,
  at: UtcInstant,
): Promise<boolean> {
  const known = new Map((await listWatches(scope)).map((watch) => [watch.name, watch]));
  const over = [...known.keys()].filter((name) => !found.has(name));
  if (over.length > 0)
    await scope.db
      .delete(watches)
      .where(and(eq(watches.practiceId, scope.practiceId), inArray(watches.name, over)));
  let isChanged = over.length > 0;
  for (const [name, message] of found) {
    if (known.get(name)?.message === message) continue;
    isChanged = true;
    await scope.db
      .insert(watches)
      .values({ practiceId: scope.practiceId, name, message, since: at })
      .onConflictDoUpdate({ target: [watches.practiceId, watches.name], set: { message } });
  }
  return isChanged;
}

/** The newest time that the clearinghouse wrote on a file there, in milliseconds since 1970 by its clock. */
export async function newestRemoteTime(scope: Scope): Promise<number | null> {
  const [row] = await scope.db
    .select({ newest: max(remoteFiles.modified) })
    .from(remoteFiles)
    .where(eq(remoteFiles.practiceId, scope.practiceId));
  return row?.newest ?? null;
}
