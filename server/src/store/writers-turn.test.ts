/** Threads of one process that write to one database: none is kept out by another that writes all the time. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { UtcInstant } from '@claimside/shared/values';
import { count } from 'drizzle-orm';
import { expect, onTestFinished, test } from 'vitest';
import { insertPractice } from './practices.ts';
import { practices } from './schema.ts';
import { openStore } from './store.ts';
import { newWritersTurns, takeTurnsIn } from './writers-turn.ts';

const NOW = '2026-11-22T12:00:00.000Z' as UtcInstant;

test('who comes first is served first, and nobody before the one at work gives the turn on', async () => {
  const turns = newWritersTurns();
  const [one, other] = [takeTurnsIn(turns), takeTurnsIn(turns)];
  const order: string[] = [];
  await one.take();
  const waiting = ['a', 'b', 'c'].map(async (name, index) => {
    const turn = index % 2 === 0 ? other : one;
    await turn.take();
    order.push(name);
    turn.give();
  });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(order).toEqual([]);
  one.give();
  await Promise.all(waiting);
  expect(order).toEqual(['a', 'b', 'c']);
});

test('two threads write in turns: each goes on while the other writes all the time, and all of both is stored', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-turns-'));
  const store = openStore(join(folder, 'claimside.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const other = new Worker(new URL('./testing-writer-thread.ts', import.meta.url), {
    workerData: { file: join(folder, 'claimside.db'), turns: store.turns },
  });
  const ended = new Promise((resolve, reject) => other.once('exit', resolve).once('error', reject));
  const wrote = new Promise<number>((resolve) => other.once('message', resolve));
  const seen = new Set<number>();
  let mine = 0;
  while (seen.size < 10) {
    await store.transaction(async (db) => {
      mine += 1;
      const [row] = await db.select({ rows: count() }).from(practices);
      // How much of the other's stood there.
      seen.add((row?.rows ?? 0) - (mine - 1));
      await insertPractice(db, { id: `mine${mine}`, name: 'TEST', createdAt: NOW });
    });
  }
  other.postMessage('enough');
  await ended;
  expect(await store.db.select({ rows: count() }).from(practices)).toEqual([{ rows: mine + (await wrote) }]);
});
