/** The thread of `start.ts`: the exchange worker on a store of its own, which tells the server what changed. */
import { parentPort, workerData } from 'node:worker_threads';
import { pino } from 'pino';
import { openServerKey } from '../access/index.ts';
import { databaseFile } from '../data-folder.ts';
import { createExchangeWorker } from '../exchange/index.ts';
import { systemRuntime } from '../runtime.ts';
import { isAlive } from '../store/processes.ts';
import { openStoreBeside } from '../store/store.ts';
import type { FromThread, ThreadSetting, ToThread } from './messages.ts';

if (!parentPort) throw new Error('it is started by the server');
const server = parentPort;
const { dataDir, givenKey, processId, pollMilliseconds, logLevel, turns }: ThreadSetting = workerData;

const tell = (message: FromThread) => server.postMessage(message);

const log = pino(
  { level: logLevel, base: null, timestamp: false },
  { write: (line: string) => tell({ told: 'log', line }) },
);
const runtime = systemRuntime(log);
const store = openStoreBeside(databaseFile(dataDir), turns);
const worker = createExchangeWorker({
  store,
  runtime,
  news: {
    publish: (practiceId, event) => tell({ told: 'news', practiceId, event }),
    subscribe: () => () => {},
  },
  openSecret: openServerKey(dataDir, runtime, givenKey).openSecret,
  process: { id: processId, isAlive: (id) => isAlive(dataDir, id) },
  ...(pollMilliseconds !== undefined && { pollMilliseconds }),
});

server.on('message', async (message: ToThread) => {
  switch (message.ask) {
    case 'start':
      return worker.start();
    case 'nudge':
      return worker.nudge();
    case 'runOnce':
      await worker.runOnce();
      return tell({ told: 'done', number: message.number });
    case 'stop':
      await worker.stop();
      await store.close();
      return server.close();
  }
});
