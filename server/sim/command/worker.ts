/** One thread of `pnpm sim`: lives every so-manieth seed and tells how each ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { plant } from '../plant.ts';
import type { SeedOutcome } from '../world/run-seed.ts';
import type { Options } from './options.ts';

export interface Work {
  readonly options: Options;
  /** Of the threads, from 0. */
  readonly thread: number;
  /** Anything but 0 ends it before the next seed. */
  readonly stop: SharedArrayBuffer;
}

export type Message =
  | { readonly kind: 'lived'; readonly outcome: SeedOutcome }
  | { readonly kind: 'line'; readonly line: string };

const { options, thread, stop } = workerData as Work;
const stopped = new Int32Array(stop);
if (options.plant !== undefined) plant(options.plant);
// Loaded now, so that what was planted is in it.
const { openStage, runSeed } = await import('../world/index.ts');

const stage = await openStage();
try {
  const end = options.from + options.seeds;
  for (let seed = options.from + thread; seed < end && Atomics.load(stopped, 0) === 0; seed += options.jobs) {
    const line = options.follow ? (text: string) => tell({ kind: 'line', line: text }) : undefined;
    tell({ kind: 'lived', outcome: await runSeed(seed, options.events, stage, line) });
  }
} finally {
  stage.close();
}

function tell(message: Message): void {
  parentPort?.postMessage(message);
}
