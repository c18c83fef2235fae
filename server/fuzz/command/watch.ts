/** Runs the reading thread and watches it: an input that takes too long, or too much memory, is a broken promise too. */
import { Worker } from 'node:worker_threads';
import { hashOf } from '../random.ts';
import type { Done, Found, Message, Work } from './messages.ts';
import type { Options } from './options.ts';
import { State } from './state.ts';

/** CPU time of the reading thread, so that a busy machine is not told as a hang. The longest input takes a hundredth of it. */
const HANGS_AFTER_SECONDS = 20;
const LOOKS_EVERY_SECONDS = 5;
/** Of the whole thread; what an input may take is bounded by its size. */
const HEAP_MEGABYTES = 700;

export interface Watching {
  readonly corpusFolder: string | undefined;
  /** Aborted by Ctrl-C. */
  readonly stopped: AbortSignal;
  progress(share: number): void;
}

export interface Watched {
  readonly found: readonly Found[];
  /** Absent when the thread had to be ended. */
  readonly done?: Done;
}

export async function watch(
  options: Options,
  { corpusFolder, stopped, progress }: Watching,
): Promise<Watched> {
  const state = new State();
  const work: Work = { options, memory: state.memory, corpusFolder };
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: work,
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
  });
  const found: Found[] = [];
  let done: Done | undefined;
  const stop = () => state.stop();
  if (stopped.aborted) stop();
  stopped.addEventListener('abort', stop);
  let before = -1;
  let busyBefore = 0;
  const look = async () => {
    const { user, system } = await worker.cpuUsage();
    const busy = (user + system) / 1_000_000;
    if (state.count !== before) {
      before = state.count;
      busyBefore = busy;
    } else if (busy - busyBefore >= HANGS_AFTER_SECONDS && !done) {
      found.push(unread('no input takes for ever', `not read within ${HANGS_AFTER_SECONDS} seconds`, state));
      await worker.terminate();
    }
  };
  // A thread that is ended meanwhile has no time to tell.
  const watchdog = setInterval(() => void look().catch(() => {}), LOOKS_EVERY_SECONDS * 1000);

  await new Promise<void>((resolve) => {
    worker.on('message', (message: Message) => {
      if (message.kind === 'progress') progress(message.share);
      else if (message.kind === 'found') found.push(message);
      else done = message;
    });
    worker.on('error', (error) => found.push(unread('no input ends the thread', String(error), state)));
    worker.on('exit', () => resolve());
  });
  clearInterval(watchdog);
  stopped.removeEventListener('abort', stop);
  return { found, ...(done ? { done } : {}) };
}

/** Of an input that could not be read to its end, nor made shorter. */
function unread(promise: string, detail: string, { bytes }: State): Found {
  const way = `${promise} ${hashOf(bytes.toString('latin1'))}`;
  return { kind: 'found', failure: { target: 'all', promise, detail, way }, bytes };
}
