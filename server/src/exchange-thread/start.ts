/** Starts the exchange in a thread of its own, and is its worker for the rest of the server. */
import { Worker } from 'node:worker_threads';
import type { DataFolder } from '../data-folder.ts';
import type { ExchangeWorker } from '../exchange/worker-types.ts';
import type { News } from '../news.ts';
import type { FromThread, ThreadSetting, ToThread } from './messages.ts';

export interface ThreadOptions {
  readonly folder: Pick<DataFolder, 'dataDir' | 'store' | 'runtime'>;
  /** 64 hex digits, in place of the data folder's key file. */
  readonly givenKey: string | undefined;
  readonly news: News;
  /** Of this process, among the servers that work with the folder. */
  readonly processId: string;
  readonly pollMilliseconds?: number;
}

/** A fault that ends the thread ends the process, as it would have in this thread: it may have had the turn to write. */
export function startExchangeThread(options: ThreadOptions): ExchangeWorker {
  const { folder, givenKey, news, processId, pollMilliseconds } = options;
  const { log } = folder.runtime;
  const setting: ThreadSetting = {
    dataDir: folder.dataDir,
    givenKey,
    processId,
    pollMilliseconds,
    logLevel: log.level,
    turns: folder.store.turns,
  };
  const thread = new Worker(new URL('./thread.ts', import.meta.url), { workerData: setting });
  const ended = new Promise<void>((resolve) => thread.once('exit', () => resolve()));
  thread.once('error', (error) => {
    setImmediate(() => {
      throw error;
    });
  });
  const asked = new Map<number, () => void>();
  thread.on('message', (message: FromThread) => {
    if (message.told === 'news') news.publish(message.practiceId, message.event);
    else if (message.told === 'log') logLine(log, message.line);
    else {
      asked.get(message.number)?.();
      asked.delete(message.number);
    }
  });
  const ask = (message: ToThread) => thread.postMessage(message);
  let number = 0;
  return {
    start: () => ask({ ask: 'start' }),
    nudge: () => ask({ ask: 'nudge' }),
    async runOnce() {
      number += 1;
      const done = new Promise<void>((resolve) => asked.set(number, resolve));
      ask({ ask: 'runOnce', number });
      await Promise.race([done, ended]);
    },
    async stop() {
      ask({ ask: 'stop' });
      await ended;
    },
  };
}

/** As if it had been logged here: with the time and names that the log of this process has. */
function logLine(log: DataFolder['runtime']['log'], line: string): void {
  const { level, msg, ...fields } = JSON.parse(line) as { level: number; msg?: string };
  const label = log.levels.labels[level] ?? 'info';
  log[label as 'info'](fields, msg);
}
