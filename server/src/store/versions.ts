/** Which version of the tables a database has, and a copy of it before they are changed. */
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { StartError } from '../start-error.ts';
import { markAsCopy } from './copy-mark.ts';

export const MIGRATIONS = join(import.meta.dirname, 'migrations');

/** Copies before a change of the tables that are kept; the oldest goes. */
const KEPT = 3;

interface Migration {
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly when: number;
}

/**
 * Call before the tables are brought to this version: refuses a database of a later version, and copies one of an earlier
 * version into `backups` beside it. A new database needs neither.
 */
export function guardMigration(db: Database.Database, file: string, now: UtcInstant): void {
  const version = versionOf(db);
  if (version === undefined) return;
  const known = migrations();
  const newest = known.at(-1)?.when ?? 0;
  if (version > newest)
    throw new StartError(
      `The data in ${dirname(file)} was made by a later version of Claimside. Start that version; nothing was changed.`,
    );
  const next = known.find(({ when }) => when > version);
  if (next) copyBefore(db, file, next, now);
}

/** When the newest change of its tables was made; undefined for a database without tables. */
function versionOf(db: Database.Database): number | undefined {
  const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!table) return undefined;
  const row = db.prepare('SELECT max(created_at) AS newest FROM __drizzle_migrations').get() as {
    newest: number | null;
  };
  return row.newest ?? undefined;
}

/** Undefined for a file without tables. */
export function versionOfFile(file: string): number | undefined {
  const db = new Database(file);
  try {
    return versionOf(db);
  } finally {
    db.close();
  }
}

/** The tables are not yet those of this version. */
export function isBehind(file: string): boolean {
  const version = versionOfFile(file);
  return version === undefined || version < newestVersion();
}

/** Of the newest tables that this version knows. */
export const newestVersion = (): number => migrations().at(-1)?.when ?? 0;

function migrations(): readonly Migration[] {
  const journal = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as {
    entries: Migration[];
  };
  return journal.entries.toSorted((a, b) => a.when - b.when);
}

function copyBefore(db: Database.Database, file: string, { tag }: Migration, now: UtcInstant): void {
  const folder = join(dirname(file), 'backups');
  const copy = join(folder, `before-${tag}.db`);
  const growing = `${copy}.part`;
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // One that a start left behind that did not come to its end.
    rmSync(growing, { force: true });
    db.prepare('VACUUM INTO ?').run(growing);
    markAsCopy(growing, now);
    chmodSync(growing, 0o600);
    renameSync(growing, copy);
  } catch (cause) {
    throw new StartError(
      `This version of Claimside changes the tables of the database, and the copy before that could not be written to ${folder}. Check rights and free space; nothing was changed.`,
      { cause },
    );
  }
  const older = readdirSync(folder).filter((name) => /^before-\d.*\.db$/.test(name));
  for (const name of older.toSorted().slice(0, -KEPT)) rmSync(join(folder, name));
}
