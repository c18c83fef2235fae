/** Shares the seeds among threads and gathers how they ended. */
import { Worker } from 'node:worker_threads';
import type { SeedOutcome } from '../world/run-seed.ts';
import type { Options } from './options.ts';
import type { Message, Work } from './worker.ts';

export interface Watching {
  /** Aborted by Ctrl-C: worlds under way are lived to their end. */
  readonly stopped: AbortSignal;
  lived(outcome: SeedOutcome): void;
  line(text: string): void;
}

/** Resolves when all threads have ended; rejects when one fell. With a planted fault it ends once that is found. */
export async function runSeeds(options: Options, { stopped, lived, line }: Watching): Promise<void> {
  const stop = new SharedArrayBuffer(4);
  const end = () => Atomics.store(new Int32Array(stop), 0, 1);
  if (stopped.aborted) end();
  stopped.addEventListener('abort', end);
  const jobs = options.follow ? 1 : Math.min(options.jobs, options.seeds);
  const threads = Array.from({ length: jobs }, (_, thread) => {
    const work: Work = { options: { ...options, jobs }, thread, stop };
    const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: work });
    return new Promise<void>((resolve, reject) => {
      worker.on('message', (message: Message) => {
        if (message.kind === 'line') return line(message.line);
        if (options.plant !== undefined && message.outcome.troubles.length > 0) end();
        lived(message.outcome);
      });
      worker.on('error', reject);
      worker.on('exit', () => resolve());
    });
  });
  try {
    await Promise.all(threads);
  } finally {
    end();
    stopped.removeEventListener('abort', end);
  }
}
