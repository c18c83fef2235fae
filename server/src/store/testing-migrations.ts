/** For tests: a store as an earlier version left it. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { MIGRATIONS } from './versions.ts';

interface Journal {
  readonly entries: readonly { readonly tag: string }[];
}

/** The name of the newest migration. */
export function newestMigration(): string {
  const { entries } = JSON.parse(readFileSync(join(MIGRATIONS, 'meta/_journal.json'), 'utf8')) as Journal;
  return entries.at(-1)?.tag ?? '';
}

/** An empty store as it was before the migration whose name ends so. */
export function storeBefore(name: string, file: string): Database.Database {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-migrations-'));
  try {
    cpSync(MIGRATIONS, folder, { recursive: true });
    const path = join(folder, 'meta/_journal.json');
    const journal = JSON.parse(readFileSync(path, 'utf8')) as Journal;
    const entries = journal.entries.slice(
      0,
      journal.entries.findIndex(({ tag }) => tag.endsWith(name)),
    );
    writeFileSync(path, JSON.stringify({ ...journal, entries }));
    const db = new Database(file);
    migrate(drizzle(db), { migrationsFolder: folder });
    return db;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
