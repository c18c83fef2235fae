/** A disk that fails: what went wrong first is what is told, and settings that could lose a commit are refused. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { StartError } from '../start-error.ts';
import { attempt } from './attempt.ts';
import { insertPractice } from './practices.ts';
import { type Db, openStore, type Store } from './store.ts';
import { isDiskTrouble } from './trouble.ts';

function newStore(): Store {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-disk-'));
  const store = openStore(join(folder, 'claimside.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  return store;
}

/** From here on SQLite finds no room for another page. */
const fillDisk = (db: Db) => db.run(sql`pragma max_page_count = 1`);
const addMuch = (db: Db) =>
  insertPractice(db, {
    id: 'large',
    name: 'X'.repeat(1_000_000),
    createdAt: '2026-11-22T12:00:00.000Z' as UtcInstant,
  });

test('a disk that is full in the midst of a transaction is told as that', async () => {
  const store = newStore();
  const failed: unknown = await store
    .transaction(async (db) => {
      fillDisk(db);
      await addMuch(db);
    })
    .catch((error: unknown) => error);
  expect(isDiskTrouble(failed)).toBe(true);
});

test('a disk that is full in a part that would be undone by itself is told as that, and nothing of the rest is stored', async () => {
  const store = newStore();
  const failed: unknown = await store
    .transaction(async (db) => {
      fillDisk(db);
      await attempt({ db, practiceId: 'any' }, async () => {
        await addMuch(db);
        return { keep: true };
      });
    })
    .catch((error: unknown) => error);
  expect(isDiskTrouble(failed)).toBe(true);
});

test('an error of the code is no trouble of the disk', () => {
  expect(isDiskTrouble(new Error('no such claim'))).toBe(false);
  expect(isDiskTrouble(Object.assign(new Error('twice'), { code: 'SQLITE_CONSTRAINT_UNIQUE' }))).toBe(false);
});

test('both ways to the database sync each commit, and hold references', async () => {
  const store = newStore();
  const settings = (db: Db) => [
    db.get(sql`pragma journal_mode`),
    db.get(sql`pragma synchronous`),
    db.get(sql`pragma foreign_keys`),
  ];
  const safe = [{ journal_mode: 'wal' }, { synchronous: 2 }, { foreign_keys: 1 }];
  expect(settings(store.db)).toEqual(safe);
  expect(await store.transaction(async (db) => settings(db))).toEqual(safe);
});

test('where the log cannot be kept beside the database, nothing is opened', () => {
  expect(() => openStore(':memory:')).toThrow(StartError);
});
