/** `pnpm load`: what people wait for while many work at once; ends with 0, 1 (a promise was broken) or 2 (not understood). */
import { randomInt } from 'node:crypto';
import { CommanderError } from 'commander';
import { markdown, milliseconds, percentile, promises } from '../bench/bench.ts';
import { describeRun, progress, say } from '../sim/command/console.ts';
import { progressBar } from '../src/cli/progress-bar.ts';
import { type Options, readOptions } from './options.ts';
import { runLoad } from './run.ts';

const TARGETS = [
  ['bill', '*Bill this visit*, to the stored claim', 50],
  ['press', 'the same, when all press in one moment', 50],
  ['list', 'a list or a search', 20],
  ['status', 'a claim', undefined],
] as const;

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
  const { times, claims, filesReceived, filesPublished, troubles } = await runLoad(options, {
    progress,
    onProgress: progressBar({ progress }, 'Paid'),
  });
  progress(undefined);
  const rows = TARGETS.map(([act, what, most]) => {
    const [p50, p99] = [percentile(times[act], 0.5), percentile(times[act], 0.99)];
    return {
      what: `${what}: p99 (median) of ${times[act].length}`,
      measured: `${milliseconds(p99)} (${milliseconds(p50)})`,
      target: most === undefined ? '' : `< ${most} ms`,
      ...(most !== undefined && { isMet: p99 < most }),
    };
  });
  const { clinicians, seconds } = options;
  const store = options.claims.toLocaleString('en-US');
  say(
    markdown(promises(`${clinicians} clinicians for ${seconds} s, with ${store} claims in the store`, rows)),
  );
  say(`Meanwhile ${filesReceived} files were sent and ${filesPublished} answers lay ready.`);
  for (const trouble of troubles) say(trouble);
  const words = Object.entries(options).map(([name, value]) => ` --${name} ${value}`);
  say(describeRun(`pnpm load${words.join('')}`, begun));
  const failed = troubles.length;
  say(`${Math.max(claims - failed, 0)} passed, ${failed} failed`);
  return failed === 0 && claims > 0 ? 0 : 1;
}
