/** Keeps a data folder to one running server. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

export interface FolderLock {
  release(): void;
}

/**
 * Takes the folder, or gives undefined when another server holds it. The lock is an open SQLite transaction on a file of
 * its own, so the operating system frees it when the process ends in whatever way.
 */
export function lockDataFolder(dataDir: string): FolderLock | undefined {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const db = new Database(join(dataDir, 'server.lock'), { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  return { release: () => void db.close() };
}
