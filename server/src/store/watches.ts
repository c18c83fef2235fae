/** What the watchdogs found in a practice and what still lasts. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, gte, max } from 'drizzle-orm';
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

/** Of which servers a watch can be: all of them, or the one process that looks. */
export interface Watcher {
  readonly id: string;
  /** False for a process that has ended: what only it knew is over. */
  readonly isAlive: (id: string) => boolean;
  /** Names of watches that only the process itself can know of. */
  readonly own: ReadonlySet<string>;
}

/** In the order of their names; what several servers found of the same is there once, as the first of them said it. */
export async function listWatches(scope: Scope): Promise<Watch[]> {
  const seen = new Set<string>();
  const rows = await scope.db
    .select()
    .from(watches)
    .where(eq(watches.practiceId, scope.practiceId))
    .orderBy(asc(watches.name), asc(watches.connectionId), asc(watches.since), asc(watches.processId));
  return rows.flatMap(({ name, connectionId, message, since }) => {
    const key = keyOf({ name, connectionId });
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ name, connectionId, message, since: since as UtcInstant }];
  });
}

/** What is found somewhere, by name and connection, and without a word of where: for whoever watches the server from outside. */
export async function listWatchNames(db: Db): Promise<Pick<FoundWatch, 'name' | 'connectionId'>[]> {
  const { name, connectionId } = watches;
  return db.selectDistinct({ name, connectionId }).from(watches).orderBy(asc(name), asc(connectionId));
}

const keyOf = ({ name, connectionId }: Pick<FoundWatch, 'name' | 'connectionId'>): string =>
  `${name} ${connectionId}`;

/**
 * Keeps these and no others, but for what another process that lives knows alone; one that was known keeps its beginning. True when
 * the names or the words changed.
 */
export async function setWatches(
  scope: Scope,
  { id, isAlive, own }: Watcher,
  found: readonly FoundWatch[],
  at: UtcInstant,
): Promise<boolean> {
  const rows = await scope.db.select().from(watches).where(eq(watches.practiceId, scope.practiceId));
  const kept = rows.map((row) => ({ ...row, key: `${keyOf(row)} ${row.processId}` }));
  const wanted = found.map((watch) => {
    const processId = own.has(watch.name) ? id : '';
    return { ...watch, processId, key: `${keyOf(watch)} ${processId}` };
  });
  const isOver = ({ key, processId }: (typeof kept)[number]) =>
    ['', id].includes(processId) ? wanted.every((watch) => watch.key !== key) : !isAlive(processId);
  const over = kept.filter(isOver);
  for (const row of over) await scope.db.delete(watches).where(ofKey(row));
  let isChanged = over.length > 0;
  for (const { key, ...watch } of wanted) {
    const { message } = watch;
    if (kept.some((row) => row.key === key && row.message === message)) continue;
    isChanged = true;
    await scope.db
      .insert(watches)
      .values({ ...watch, practiceId: scope.practiceId, since: at })
      .onConflictDoUpdate({
        target: [watches.practiceId, watches.name, watches.connectionId, watches.processId],
        set: { message },
      });
  }
  return isChanged;
}

const ofKey = ({ practiceId, name, connectionId, processId }: typeof watches.$inferSelect) =>
  and(
    eq(watches.practiceId, practiceId),
    eq(watches.name, name),
    eq(watches.connectionId, connectionId),
    eq(watches.processId, processId),
  );

/**
 * The newest time that the clearinghouse of a connection wrote on a file that was stored since `since`, in milliseconds since 1970 by
 * its clock: one wrong date is not held against our clock for ever.
 */
export async function newestRemoteTime(
  scope: Scope,
  connectionId: string,
  since: UtcInstant,
): Promise<number | null> {
  const [row] = await scope.db
    .select({ newest: max(remoteFiles.modified) })
    .from(remoteFiles)
    .where(
      and(
        eq(remoteFiles.practiceId, scope.practiceId),
        eq(remoteFiles.connectionId, connectionId),
        gte(remoteFiles.storedAt, since),
      ),
    );
  return row?.newest ?? null;
}
