/** One server that takes control numbers, many at once, and again where the others were in the way for long. */
import { parentPort, workerData } from 'node:worker_threads';
import { type ControlNumbers, takeControlNumbers } from '../../src/exchange/envelope.ts';
import { isDiskTrouble } from '../../src/store/trouble.ts';
import { openPractice } from './recorded.ts';

export interface Taking {
  readonly dataDir: string;
  readonly count: number;
}

const { dataDir, count } = workerData as Taking;
const { store, practiceId, close } = await openPractice(dataDir);
const begin = new Promise((resolve) => parentPort?.once('message', resolve));
parentPort?.postMessage('ready');
await begin;
const taken = await Promise.all(Array.from({ length: count }, take));
await close();
parentPort?.postMessage(taken);

async function take(): Promise<ControlNumbers> {
  for (;;)
    try {
      return await store.transaction((db) => takeControlNumbers({ db, practiceId }));
    } catch (error) {
      if (!isDiskTrouble(error)) throw error;
    }
}
