/** The reading thread: makes inputs, has them read, tells what broke. */
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { type Failure, Fuzzer, type Lineage, textOf, tryTarget } from '../fuzzer.ts';
import { Input } from '../input.ts';
import { shrink } from '../shrink.ts';
import { Sources } from '../sources/index.ts';
import { TARGETS } from '../targets/index.ts';
import type { Message, Work } from './messages.ts';
import { State } from './state.ts';

/** From here on the heap should not grow: all code is warm and most of what can be seen was seen. */
const WARM = 20_000;
/** Enough to work on; the rest is likely to be the same again. */
const MOST_FAILURES = 10;
const PROGRESS_EVERY_MILLISECONDS = 200;

const { options, memory, corpusFolder } = workerData as Work;
const state = new State(memory);
const sources = new Sources(corpusFolder);
const targets = TARGETS.filter(({ name }) => options.target.includes(name));
const told = new Set<string>();

if (options.file !== undefined) readOne(readFileSync(options.file, 'latin1'));
else if (options.input) readOne(textOf(options.seed, options.input, sources), options.input);
else run();

function run(): void {
  const fuzzer = new Fuzzer(options.seed, sources, targets);
  const start = performance.now();
  const milliseconds = options.seconds * 1000;
  let bytes = 0;
  let index = 0;
  let first: number | undefined;
  let spoke = 0;
  for (; index < options.runs && told.size < MOST_FAILURES && !state.isStopped; index += 1) {
    const passed = performance.now() - start;
    if (passed >= milliseconds) break;
    if (passed - spoke >= PROGRESS_EVERY_MILLISECONDS) {
      spoke = passed;
      tell({ kind: 'progress', share: Math.max(index / options.runs, passed / milliseconds) });
    }
    if (index === WARM && globalThis.gc) first = heapInUse();
    const made = fuzzer.make(index);
    bytes += made.text.length;
    state.begin(Buffer.from(made.text, 'latin1'));
    const failure = fuzzer.read(made);
    if (failure) found(failure, made.text, made.lineage);
  }
  tell({
    kind: 'done',
    inputs: index,
    bytes,
    seconds: (performance.now() - start) / 1000,
    seen: fuzzer.seen,
    ...(first === undefined ? {} : { heap: { first, last: heapInUse() } }),
  });
}

function readOne(text: string, lineage?: Lineage): void {
  const start = performance.now();
  state.begin(Buffer.from(text, 'latin1'));
  const input = new Input(text);
  for (const target of targets) {
    const failure = tryTarget(target, input);
    if (failure) found(failure, text, lineage);
  }
  const seconds = (performance.now() - start) / 1000;
  tell({ kind: 'done', inputs: 1, bytes: text.length, seconds, seen: 0 });
}

/** Told once for each way of failing. */
function found(failure: Failure, text: string, lineage?: Lineage): void {
  const target = targets.find(({ name }) => name === failure.target);
  if (!target || told.has(failure.way)) return;
  told.add(failure.way);
  const shortest = shrink(text, failure, target, (smaller) => state.begin(Buffer.from(smaller, 'latin1')));
  tell({
    kind: 'found',
    failure: tryTarget(target, new Input(shortest)) ?? failure,
    bytes: Buffer.from(shortest, 'latin1'),
    ...(lineage ? { input: lineage } : {}),
  });
}

function heapInUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function tell(message: Message): void {
  parentPort?.postMessage(message);
}
