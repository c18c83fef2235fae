/** Units of work that share a commit: each whole or not at all, alone while it runs, answered only when durable. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { asc, count } from 'drizzle-orm';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGroupCommit } from './group-commit.ts';
import { insertPractice } from './practices.ts';
import { practices } from './schema.ts';
import { type Db, openStore, type Store } from './store.ts';
import { newWritersTurns, takeTurnsIn } from './writers-turn.ts';

let folder: string;
let store: Store;
const file = () => join(folder, 'claimside.db');
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-commit-'));
  store = openStore(file());
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const add = (db: Db, id: string) =>
  insertPractice(db, { id, name: 'TEST', createdAt: '2026-11-22T12:00:00.000Z' as UtcInstant });
const stored = async () =>
  (await store.db.select({ id: practices.id }).from(practices).orderBy(asc(practices.id))).map(
    ({ id }) => id,
  );

test('a unit that fails is undone alone, with its own reason; those beside it in the same commit stand', async () => {
  const outcomes = await Promise.allSettled([
    store.transaction((db) => add(db, 'a')),
    store.transaction(async (db) => {
      await add(db, 'b');
      throw new Error('changed my mind');
    }),
    store.transaction((db) => add(db, 'a')),
    store.transaction((db) => add(db, 'c')),
  ]);
  expect(outcomes.map((outcome) => outcome.status)).toEqual([
    'fulfilled',
    'rejected',
    'rejected',
    'fulfilled',
  ]);
  expect(outcomes[1]).toMatchObject({ reason: { message: 'changed my mind' } });
  expect(await stored()).toEqual(['a', 'c']);
});

test('a unit is alone while it runs, also while it waits for something; a later one sees what it wrote', async () => {
  const steps: string[] = [];
  const unit = (name: string) =>
    store.transaction(async (db) => {
      const [before] = await db.select({ rows: count() }).from(practices);
      steps.push(`${name} sees ${before?.rows}`);
      await new Promise((resolve) => setImmediate(resolve));
      await add(db, name);
      steps.push(`${name} ends`);
    });
  await Promise.all([unit('a'), unit('b')]);
  expect(steps).toEqual(['a sees 0', 'a ends', 'b sees 1', 'b ends']);
});

test('nothing of a unit is seen before it is answered, and all of it after', async () => {
  let seenWithin: string[] = ['not looked'];
  const answered = store.transaction(async (db) => {
    await add(db, 'a');
    seenWithin = await stored();
  });
  const last = store.transaction((db) => add(db, 'b'));
  await answered;
  expect(seenWithin).toEqual([]);
  expect(await stored()).toContain('a');
  await last;
});

test('a commit that can not be made fails every unit in it, and the store goes on with the next', async () => {
  const other = new Database(file());
  // Within the unit the transaction is taken away, as SQLite does when the disk is full.
  const lost = await Promise.allSettled([
    store.transaction((db) => add(db, 'a')),
    store.transaction(async (db) => {
      await add(db, 'b');
      db.run('ROLLBACK');
      throw new Error('disk full');
    }),
    store.transaction((db) => add(db, 'c')),
  ]);
  const diskFull = { status: 'rejected', reason: { message: 'disk full' } };
  expect(lost).toMatchObject([diskFull, diskFull, diskFull]);
  expect(await stored()).toEqual([]);
  await store.transaction((db) => add(db, 'd'));
  expect(other.prepare('select id from practices').all()).toEqual([{ id: 'd' }]);
  other.close();
});

test('when neither commit nor rollback can be made, every unit is told, and the store mends itself', async () => {
  const db = new Database(join(folder, 'faulty.db'));
  db.exec('CREATE TABLE notes (text TEXT)');
  const broken = new Set(['COMMIT', 'ROLLBACK']);
  const prepare = db.prepare.bind(db);
  Object.defineProperty(db, 'prepare', {
    value: (sql: string) => {
      if (broken.delete(sql)) throw new Error(`no ${sql}`);
      return prepare(sql);
    },
  });
  const commits = createGroupCommit(db, takeTurnsIn(newWritersTurns()));
  const write = (text: string) =>
    commits.run(async () => void db.prepare('INSERT INTO notes VALUES (?)').run(text));
  const noCommit = { status: 'rejected', reason: { message: 'no COMMIT' } };
  expect(await Promise.allSettled([write('a'), write('b')])).toMatchObject([noCommit, noCommit]);
  await expect(write('c')).rejects.toThrow('within a transaction');
  await write('d');
  await commits.idle();
  expect(db.prepare('SELECT text FROM notes').all()).toEqual([{ text: 'd' }]);
  db.close();
});

test('while another process writes, a unit waits and all else goes on; then it is done', async () => {
  const other = new Database(file());
  other.exec('BEGIN IMMEDIATE');
  const written = store.transaction((db) => add(db, 'a'));
  // Each turn is one of the event loop: SQLite's own waiting would let none of them come.
  for (let turn = 0; turn < 100; turn += 1) {
    expect(await stored()).toEqual([]);
    await new Promise((resolve) => setImmediate(resolve));
  }
  other.exec('COMMIT');
  other.close();
  await written;
  expect(await stored()).toEqual(['a']);
});

test('closing waits for units that were asked for', async () => {
  const units = Array.from({ length: 50 }, (_, number) => store.transaction((db) => add(db, `u${number}`)));
  await store.close();
  await Promise.all(units);
  store = openStore(file());
  expect(await stored()).toHaveLength(50);
});

test('whatever units fail, at whatever place, what stands is what those wrote that were answered well', async () => {
  let runs = 0;
  const anyUnit = fc.record({
    rows: fc.integer({ min: 0, max: 3 }),
    failsAfter: fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined }),
    pauses: fc.boolean(),
    /** Comes once the unit before it was answered, else together with it. */
    comesLater: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(anyUnit, { maxLength: 80 }), async (units) => {
      const run = `${runs++}`.padStart(4, '0');
      const expected: string[] = [];
      const answers: Promise<unknown>[] = [];
      for (const [number, unit] of units.entries()) {
        const names = Array.from({ length: unit.rows }, (_, row) => `${run}-${number}-${row}`);
        const answer = store
          .transaction(async (db) => {
            for (const [row, name] of names.entries()) {
              if (unit.failsAfter === row) throw new Error('invented');
              await add(db, name);
              if (unit.pauses) await new Promise((resolve) => setImmediate(resolve));
            }
          })
          .then(
            () => expected.push(...names),
            () => undefined,
          );
        answers.push(answer);
        if (unit.comesLater) await answer;
      }
      await Promise.all(answers);
      expect((await stored()).filter((id) => id.startsWith(run))).toEqual(expected.sort());
    }),
    { numRuns: 40 },
  );
});

test.each([1, 3, 10])(
  'killed after %i answers: every unit that was answered is there, and none by half',
  async (answers) => {
    await store.close();
    const writer = spawn(process.execPath, [join(import.meta.dirname, 'testing-writer.ts'), file()]);
    const answered = await killAfter(writer, answers);
    store = openStore(file());
    const there = await stored();
    for (const unit of answered) expect(there).toContain(`${unit}-first`);
    expect(there.filter((id) => id.endsWith('-first')).map((id) => id.replace('-first', '-second'))).toEqual(
      there.filter((id) => id.endsWith('-second')),
    );
  },
);

/** Kills the process, without warning, once it has told of so many batches; gives the units it told of. */
async function killAfter(writer: ChildProcess, batches: number): Promise<string[]> {
  const ended = new Promise((resolve) => writer.once('exit', resolve));
  let told = '';
  for await (const part of writer.stdout ?? []) {
    told += String(part);
    if (told.split('\n').length > batches) writer.kill('SIGKILL');
  }
  await ended;
  return told.split('\n').slice(0, -1);
}
