/** `pnpm fuzz`: reads broken files until a promise breaks or the work is done; ends with 0, 1 (something broke) or 2 (not understood). */
import { randomInt } from 'node:crypto';
import { CommanderError } from 'commander';
import { progressBar } from '../src/cli/progress-bar.ts';
import { type Options, readOptions } from './command/options.ts';
import { describeDone, describeFound, HEAP_MAY_GROW_BY, heapGrew } from './command/report.ts';
import { watch } from './command/watch.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), randomInt(1, 1_000_000_000), (text) =>
      process.stderr.write(text),
    );
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const { found, done } = await watch(options, {
    corpusFolder: process.env.X12_CORPUS_DIR,
    stopped: stop.signal,
    progress: progressOnStderr(),
  });
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  for (const each of found) process.stdout.write(describeFound(each, options.seed));
  if (!done) return 1;
  process.stdout.write(describeDone(done, options.seed));
  const isLeaking = heapGrew(done);
  if (isLeaking) process.stdout.write(`The heap grew by more than ${HEAP_MAY_GROW_BY / 2 ** 20} MB.\n`);
  return found.length > 0 || isLeaking ? 1 : 0;
}

/** A bar where a person watches; else a line for each tenth. */
function progressOnStderr(): (share: number) => void {
  if (process.stderr.isTTY) {
    const bar = progressBar(
      { progress: (line) => process.stderr.write(`\r${line ?? ''}\u001b[K`) },
      'Fuzzing',
    );
    return (share) => bar(share, 1);
  }
  let tenths = 0;
  return (share) => {
    const now = Math.floor(share * 10);
    if (now > tenths) process.stderr.write(`Fuzzing ${now * 10} %\n`);
    tenths = Math.max(tenths, now);
  };
}
