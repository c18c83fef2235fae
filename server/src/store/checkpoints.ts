/** Moves what was committed from the log to the database in a thread of its own, so that no commit waits for that. */
import { Worker } from 'node:worker_threads';

/** As long as the thread works, no commit finds so many pages: 64 MB. Should it fail, commits move them themselves. */
export const PAGES_LEFT_TO_THREAD = 16_000;

export interface Checkpoints {
  /** Resolves when the thread has ended. */
  stop(): Promise<void>;
}

/** `file`: of the database. */
export function startCheckpoints(file: string): Checkpoints {
  const thread = new Worker(new URL('./checkpoint-thread.ts', import.meta.url), { workerData: file });
  const ended = new Promise<void>((resolve) => {
    thread.once('exit', () => resolve()).once('error', () => resolve());
  });
  return {
    async stop() {
      thread.postMessage('stop');
      await ended;
    },
  };
}
