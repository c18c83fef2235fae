/** `pnpm chaos`: breaks what is real, and ends with 0, 1 (a promise was broken) or 2 (not understood). */
import { randomInt } from 'node:crypto';
import { CommanderError } from 'commander';
import { describeRun, progress, say } from '../sim/command/console.ts';
import { progressBar } from '../src/cli/progress-bar.ts';
import { killSuite } from './kill/suite.ts';
import { type Options, readOptions } from './options.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), randomInt(1, 1_000_000), (text) =>
      process.stderr.write(text),
    );
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const begun = performance.now();
  const outcome = await killSuite(options, {
    stopped: stop.signal,
    onProgress: progressBar({ progress }, 'Breaking'),
  });
  progress(undefined);
  for (const line of [...outcome.troubles, ...outcome.figures]) say(line);
  say(describeRun(`${options.suite} --seed ${options.seed}`, begun));
  say(`${outcome.passed} passed, ${outcome.troubles.length} failed`);
  return outcome.troubles.length === 0 && outcome.passed > 0 ? 0 : 1;
}
