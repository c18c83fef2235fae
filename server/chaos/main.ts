/** `pnpm chaos`: breaks what is real, and ends with 0, 1 (a promise was broken) or 2 (not understood). */
import { randomInt } from 'node:crypto';
import { CommanderError } from 'commander';
import { describeRun, progress, say } from '../sim/command/console.ts';
import { progressBar } from '../src/cli/progress-bar.ts';
import { killSuite } from './kill/suite.ts';
import { networkSuite } from './network/suite.ts';
import { type Options, readOptions } from './options.ts';
import { storeSuite } from './store/suite.ts';
import type { SuiteOutcome, Watching } from './suite.ts';

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
  let failed = 0;
  const { passed, figures } = await broken(options, {
    stopped: stop.signal,
    onProgress: progressBar({ progress }, 'Breaking'),
    trouble(line) {
      failed += 1;
      progress(undefined);
      say(line);
    },
  });
  progress(undefined);
  for (const line of figures) say(line);
  const { suite, ...given } = options;
  const words = Object.entries(given).map(
    ([name, value]) => ` --${name} ${[value].flat().map(quoted).join(' ')}`,
  );
  say(describeRun(`pnpm chaos ${suite}${words.join('')}`, begun));
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

function broken(options: Options, watching: Watching): Promise<SuiteOutcome> {
  switch (options.suite) {
    case 'kill':
      return killSuite(options, watching);
    case 'network':
      return networkSuite(options, watching);
    case 'store':
      return storeSuite(options, watching);
  }
}

/** As it would be typed. */
function quoted(value: unknown): string {
  return / /.test(String(value)) ? `"${value}"` : String(value);
}
