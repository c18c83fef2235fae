/** For tests: a thread that writes to the database all the time until it is told to end, and says how much it wrote. */
import { parentPort, workerData } from 'node:worker_threads';
import type { UtcInstant } from '@claimside/shared/values';
import { insertPractice } from './practices.ts';
import { openStoreBeside } from './store.ts';
import type { WritersTurns } from './writers-turn.ts';

const { file, turns } = workerData as { file: string; turns: WritersTurns };
const createdAt = '2026-11-22T12:00:00.000Z' as UtcInstant;
const store = openStoreBeside(file, turns);
let isEnough = false;
parentPort?.once('message', () => {
  isEnough = true;
});
let written = 0;
while (!isEnough) {
  written += 1;
  await store.transaction((db) => insertPractice(db, { id: `other${written}`, name: 'TEST', createdAt }));
}
await store.close();
parentPort?.postMessage(written);
