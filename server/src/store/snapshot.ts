/** Copies one moment of the database to a file, while its server writes on. */
import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';

export interface Copying {
  /** Ends the copy where it is; it then rejects with the signal’s reason. */
  readonly signal?: AbortSignal | undefined;
  onProgress?(done: number, total: number): void;
}

/** In one step, between which requests are answered. */
const PAGES = 100;

/**
 * `target` must not be there yet, and can be read by its owner alone from the first byte. One read transaction spans the whole copy:
 * without it each commit of somebody else would begin it anew. What is written meanwhile stays in SQLite's log until the copy ends.
 */
export async function copySnapshot(
  file: string,
  target: string,
  { signal, onProgress }: Copying = {},
): Promise<void> {
  closeSync(openSync(target, 'wx', 0o600));
  const db = new Database(file, { fileMustExist: true });
  try {
    db.exec('BEGIN');
    db.prepare('SELECT count(*) FROM sqlite_master').get(); // with its first read it sees its moment
    await db.backup(target, {
      progress({ totalPages, remainingPages }) {
        signal?.throwIfAborted();
        onProgress?.(totalPages - remainingPages, totalPages);
        return PAGES;
      },
    });
  } finally {
    db.close();
  }
}
