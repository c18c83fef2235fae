/** Old data under a new version: copied before its tables are changed; later data under an old version: left alone. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from './store.ts';
import { storeBefore } from './testing-migrations.ts';

const NOW = '2026-11-20T12:00:00.000Z' as UtcInstant;
let folder: string;
let file: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-versions-'));
  file = join(folder, 'claimside.db');
  await openStore(file, NOW).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const inFile = (sql: string) => {
  const db = new Database(file);
  db.exec(sql);
  db.close();
};

test('a new database, and one of this version, are not copied', async () => {
  await openStore(file, NOW).close();
  expect(existsSync(join(folder, 'backups'))).toBe(false);
});

test('one of an earlier version is copied before its tables are changed, and the copy is marked as one', async () => {
  await rm(file);
  storeBefore('_watches', file).close();
  await openStore(file, NOW).close();
  const [name] = readdirSync(join(folder, 'backups'));
  expect(name).toMatch(/^before-\d{4}_.*\.db$/);
  const copy = join(folder, 'backups', name ?? '');
  expect(statSync(copy).mode & 0o777).toBe(0o600);
  const db = new Database(copy);
  expect(db.prepare("SELECT name FROM sqlite_master WHERE name IN ('watches', 'copy_mark')").all()).toEqual([
    { name: 'copy_mark' },
  ]);
  db.close();
});

test('where the copy can not be written, nothing is changed', () => {
  inFile(
    'DELETE FROM __drizzle_migrations WHERE created_at = (SELECT max(created_at) FROM __drizzle_migrations)',
  );
  // A file in the place of the folder.
  new Database(join(folder, 'backups')).exec('CREATE TABLE t (x)').close();
  expect(() => openStore(file, NOW)).toThrow('nothing was changed');
});

test('one of a later version is refused, and nothing is changed', () => {
  inFile("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
  expect(() => openStore(file, NOW)).toThrow('made by a later version of Claimside');
});
