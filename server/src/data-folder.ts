/** A data folder opened: its database, its key, and the one practice it serves. For the server and for commands beside it. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { openServerKey, type ServerKey } from './access/index.ts';
import { newId, type Runtime } from './runtime.ts';
import { StartError } from './start-error.ts';
import { findFirstPracticeId, insertPractice } from './store/practices.ts';
import { beginStart, hasServer } from './store/processes.ts';
import { openStore, type Scope, type Store } from './store/store.ts';
import { isBehind } from './store/versions.ts';

export interface DataFolder {
  readonly dataDir: string;
  readonly store: Store;
  readonly key: ServerKey;
  readonly runtime: Runtime;
  readonly practiceId: string;
  /** Reads of the practice. */
  readonly scope: Scope;
  close(): Promise<void>;
}

/** True once a server has worked with the folder. */
export function isDataFolder(dataDir: string): boolean {
  return existsSync(databaseFile(dataDir));
}

/**
 * Opens the folder, making key, database and practice on first use, and brings its tables to this version: nobody else may work with
 * it who is of another (see `openBesideServer`). `givenKey`: 64 hex digits, in place of a key file.
 */
export async function openDataFolder(
  dataDir: string,
  runtime: Runtime,
  givenKey?: string,
): Promise<DataFolder> {
  const key = openServerKey(dataDir, runtime, givenKey);
  const file = databaseFile(dataDir);
  closeSync(openSync(file, 'a', 0o600)); // SQLite gives its other files the rights of this one
  const store = openStore(file, runtime.now());
  try {
    const practiceId = await store.transaction(async (db) => {
      const existing = await findFirstPracticeId(db);
      if (existing !== undefined) return existing;
      const id = newId(runtime);
      await insertPractice(db, { id, name: 'New practice', createdAt: runtime.now() });
      return id;
    });
    await store.looks.moved();
    const scope = { db: store.db, practiceId };
    return { dataDir, store, key, runtime, practiceId, scope, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

/**
 * The same for a command beside servers. Tables of an earlier version are changed only while no server works with them and none starts;
 * else a StartError says what to do, and nothing is changed.
 */
export async function openBesideServer(
  dataDir: string,
  runtime: Runtime,
  givenKey?: string,
): Promise<DataFolder> {
  if (!isBehind(databaseFile(dataDir))) return openDataFolder(dataDir, runtime, givenKey);
  const alone = await beginStart(dataDir);
  try {
    if (!alone || hasServer(dataDir)) throw new StartError(olderServer(dataDir));
    return await openDataFolder(dataDir, runtime, givenKey);
  } finally {
    alone?.release();
  }
}

/** Why tables cannot be changed now, and the way out. */
export const olderServer = (dataDir: string): string =>
  `A server of an earlier version works with ${dataDir}. Stop it and start this version there first; nothing was changed. A backup can be made before.`;

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'claimside.db');
}
