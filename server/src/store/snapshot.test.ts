/** A copy of the database beside people who work: it ends, it is of one moment, and nobody else can read it. */
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isWholeDatabase } from './backup-check.ts';
import { insertPractice } from './practices.ts';
import { openStore, type Store } from './store.ts';

let folder: string;
let store: Store;
let target: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-snapshot-'));
  store = openStore(join(folder, 'claimside.db'));
  target = join(folder, 'copy.db');
  // Enough for a good many steps.
  const db = new Database(join(folder, 'claimside.db'));
  db.exec('CREATE TABLE filler (x BLOB); INSERT INTO filler VALUES (zeroblob(8000000))');
  db.close();
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const add = (id: string) =>
  store.transaction((db) =>
    insertPractice(db, { id, name: 'TEST', createdAt: '2026-11-22T12:00:00.000Z' as UtcInstant }),
  );

test('what is committed between its steps does not begin it anew, and is not in it', async () => {
  await add('before');
  let steps = 0;
  let most = 0;
  const written: Promise<void>[] = [];
  await store.backup(target, {
    onProgress(done) {
      expect(done).toBeGreaterThanOrEqual(most);
      most = done;
      steps += 1;
      written.push(add(`meanwhile-${steps}`));
    },
  });
  await Promise.all(written);
  expect(steps).toBeGreaterThan(10);
  expect(await isWholeDatabase(target)).toBe(true);
  const copy = new Database(target);
  expect(copy.prepare('SELECT id FROM practices').pluck().all()).toEqual(['before']);
  copy.close();
});

test('it can be read by its owner alone from its first step on', async () => {
  const before = process.umask(0o022);
  const modes = new Set<number>();
  try {
    await store.backup(target, { onProgress: () => void modes.add(statSync(target).mode & 0o777) });
  } finally {
    process.umask(before);
  }
  expect([...modes]).toEqual([0o600]);
});

test('it ends where it is when it is told to', async () => {
  const stop = new AbortController();
  let steps = 0;
  const copied = store.backup(target, {
    signal: stop.signal,
    onProgress() {
      steps += 1;
      if (steps === 2) stop.abort();
    },
  });
  await expect(copied).rejects.toThrow(stop.signal.reason);
  expect(steps).toBe(2);
});

test('a file that is there is not written over', async () => {
  await store.backup(target);
  await expect(store.backup(target)).rejects.toThrow('EEXIST');
});
