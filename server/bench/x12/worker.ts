/** The process in which one piece of work is measured: loads only that, and runs a round whenever it is asked to. */
import { performance } from 'node:perf_hooks';
import { type Round, SampleFile, type Work } from './work.ts';

export type ToWorker =
  | {
      readonly kind: 'prepare';
      readonly module: string;
      readonly work: string;
      readonly path: string;
      readonly claims: number;
    }
  | { readonly kind: 'round' };

export interface FromWorker {
  readonly elapsed: Elapsed;
  readonly peakBytes: number;
  readonly done: number;
}

/** Of one round, in milliseconds. */
export interface Elapsed {
  readonly wall: number;
  /** Of all threads, those that collect garbage included. */
  readonly processor: number;
}

let round: Round | undefined;

process.on('message', async (question: ToWorker) => {
  if (question.kind === 'prepare') {
    const { default: works }: { default: Record<string, Work> } = await import(`./${question.module}.ts`);
    round = await works[question.work]?.(new SampleFile(question.path, question.claims));
    answer({ wall: 0, processor: 0 }, 0);
  } else if (round) {
    // What earlier rounds left is nobody's fault but theirs.
    globalThis.gc?.();
    const began = performance.now();
    const before = process.cpuUsage();
    const done = await round();
    const { user, system } = process.cpuUsage(before);
    answer({ wall: performance.now() - began, processor: (user + system) / 1_000 }, done);
  }
});

function answer(elapsed: Elapsed, done: number): void {
  const message: FromWorker = { elapsed, done, peakBytes: process.resourceUsage().maxRSS * 1024 };
  process.send?.(message);
}
