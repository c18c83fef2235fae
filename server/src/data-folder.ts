/** A data folder opened: its database, its key, and the one practice it serves. For the server and for commands beside it. */
import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { openServerKey, type ServerKey } from './access/index.ts';
import { newId, type Runtime } from './runtime.ts';
import { findFirstPracticeId, insertPractice } from './store/practices.ts';
import { openStore, type Scope, type Store } from './store/store.ts';

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
 * Opens the folder, making key, database and practice on first use. A running server is not disturbed. `givenKey`: 64 hex digits, in
 * place of a key file.
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
    const scope = { db: store.db, practiceId };
    return { dataDir, store, key, runtime, practiceId, scope, close: () => store.close() };
  } catch (error) {
    await store.close();
    throw error;
  }
}

export function databaseFile(dataDir: string): string {
  return join(dataDir, 'claimside.db');
}
