/** What was committed gets into the database file itself while the store works, and nobody's commit moves it. */
import { copyFileSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openStore } from './store.ts';

test('what was committed is moved to the database by a thread of its own, and the store closes with it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-checkpoints-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'claimside.db');
  const store = openStore(file);
  store.moveApart();
  const before = statSync(file).size;
  await store.transaction(async (db) => {
    db.run(sql`create table moved (word text)`);
    db.run(sql`insert into moved values ('ALL OF IT')`);
  });
  await vi.waitFor(() => expect(wordsIn(file, folder)).toEqual([{ word: 'ALL OF IT' }]), { timeout: 20_000 });
  expect(statSync(file).size).toBeGreaterThan(before);
  await store.close();
  expect(statSync(`${file}-wal`, { throwIfNoEntry: false })).toBeUndefined();
});

/** In the database file alone, without the log beside it. */
function wordsIn(file: string, folder: string): unknown[] {
  const alone = join(folder, 'alone.db');
  copyFileSync(file, alone);
  const db = new Database(alone);
  try {
    return db.prepare('select word from moved').all();
  } finally {
    db.close();
  }
}
