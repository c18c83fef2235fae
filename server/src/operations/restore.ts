/** Puts a backup in the place of a data folder's database; what stood there is kept beside it. */
import { existsSync, rmSync, statSync } from 'node:fs';
import type { UtcInstant } from '@claimside/shared/values';
import { databaseFile } from '../data-folder.ts';
import { StartError } from '../start-error.ts';
import { isWholeDatabase } from '../store/backup-check.ts';
import { ensureCopyMark } from '../store/copy-mark.ts';
import { copyForOwner, placeDatabase } from '../store/place-database.ts';
import { beginStart, hasServer } from '../store/processes.ts';
import { newestVersion, versionOfFile } from '../store/versions.ts';

const PATIENCE_MILLISECONDS = 2_000;

export interface Restored {
  /** When the backup was made: what happened after it is not in the data. */
  readonly madeAt: UtcInstant;
  /** The database that stood there before; null in a new folder. */
  readonly replaced: string | null;
}

/** Throws a StartError where the backup is not whole, is none, or is of a later version, and while a server runs. */
export async function restoreBackup(backup: string, dataDir: string, now: UtcInstant): Promise<Restored> {
  if (!existsSync(backup)) throw new StartError(`There is no file ${backup}.`);
  // No server starts meanwhile.
  const lock = await beginStart(dataDir, PATIENCE_MILLISECONDS);
  if (!lock) throw new StartError(inUse(dataDir));
  const file = databaseFile(dataDir);
  const growing = `${file}.part`;
  try {
    if (hasServer(dataDir)) throw new StartError(inUse(dataDir));
    rmSync(growing, { force: true }); // of one that was cut
    copyForOwner(backup, growing);
    await lookThrough(growing, backup);
    const madeAt = ensureCopyMark(growing, statSync(backup).mtime.toISOString() as UtcInstant);
    const aside = asideOf(file, now);
    return { madeAt, replaced: placeDatabase(growing, file, aside) ? aside : null };
  } finally {
    for (const end of ['', '-wal', '-shm']) rmSync(`${growing}${end}`, { force: true });
    lock.release();
  }
}

const inUse = (dataDir: string): string =>
  `A server works with ${dataDir}. Stop it, then restore, then start it again.`;

async function lookThrough(copy: string, name: string): Promise<void> {
  if (!(await isWholeDatabase(copy)))
    throw new StartError(
      `${name} is damaged, or is no backup of Claimside. Choose another; nothing was changed.`,
    );
  const version = versionOfFile(copy);
  if (version === undefined)
    throw new StartError(
      `${name} is a database, but none of Claimside’s. Choose another; nothing was changed.`,
    );
  if (version > newestVersion())
    throw new StartError(
      `${name} was made by a later version of Claimside. Use that version; nothing was changed.`,
    );
}

const asideOf = (file: string, now: UtcInstant): string =>
  `${file}.before-restore-${now.slice(0, 19).replaceAll(':', '-')}Z`;
