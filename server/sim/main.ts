/** `pnpm sim`: lives simulated worlds by their seeds; ends with 0, 1 (a promise was broken) or 2 (not understood). */
import { CommanderError } from 'commander';
import { progressBar } from '../src/cli/progress-bar.ts';
import { describeRun, progress, say } from './command/console.ts';
import { type Options, readOptions } from './command/options.ts';
import { runSeeds } from './command/run.ts';

const stop = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort());

process.exitCode = await main();

async function main(): Promise<number> {
  let options: Options;
  try {
    options = readOptions(process.argv.slice(2), (text) => process.stderr.write(text));
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    throw error;
  }
  const start = performance.now();
  const sum = { passed: 0, failed: 0, claims: 0, deaths: 0 };
  const bar = progressBar({ progress }, 'Simulating');
  await runSeeds(options, {
    stopped: stop.signal,
    lived({ seed, hash, troubles, claims, deaths }) {
      sum.claims += claims;
      sum.deaths += deaths;
      if (troubles.length === 0) sum.passed += 1;
      else {
        sum.failed += 1;
        say(`Seed ${seed} (${hash}) broke a promise:`);
        for (const trouble of troubles) say(`  ${trouble}`);
        say(`  pnpm sim --from ${seed} --seeds 1 --events ${options.events} --follow${planted(options)}`);
      }
      if (options.follow || options.seeds === 1) say(`Seed ${seed}: ${hash}`);
      bar(sum.passed + sum.failed, options.seeds);
    },
    line: say,
  });
  progress(undefined);
  const { from, seeds, events } = options;
  say(`${sum.passed + sum.failed} worlds, ${sum.claims} presses, ${sum.deaths} deaths of the server.`);
  say(describeRun(`--from ${from} --seeds ${seeds} --events ${events}${planted(options)}`, start));
  say(`${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}

function planted({ plant }: Options): string {
  return plant === undefined ? '' : ` --plant ${plant}`;
}
