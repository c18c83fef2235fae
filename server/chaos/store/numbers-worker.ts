/** One server that takes control numbers, many at once. */
import { parentPort, workerData } from 'node:worker_threads';
import { takeControlNumbers } from '../../src/exchange/envelope.ts';
import { openPractice } from './recorded.ts';

export interface Taking {
  readonly dataDir: string;
  readonly count: number;
}

const { dataDir, count } = workerData as Taking;
const { store, practiceId, close } = await openPractice(dataDir);
const taken = await Promise.all(
  Array.from({ length: count }, () => store.transaction((db) => takeControlNumbers({ db, practiceId }))),
);
await close();
parentPort?.postMessage(taken);
