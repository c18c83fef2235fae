/** `pnpm property --runs 1000000 [--seed 7] [--transaction 835]`: arbitrary claims, or claim payments, written and read back, until one is not the same. */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { progressBar } from '../src/cli/progress-bar.ts';
import { runRoundTrips } from '../src/transactions/claim-837p/property/run.ts';
import { runRemittanceRoundTrips } from '../src/transactions/remittance-835/property/run.ts';

const USAGE =
  'pnpm property [--runs N] [--seed N] [--transaction 837P|835]: how many claims, 100000 when left out; the seed is random when left out.';

const RUNS = { '837P': runRoundTrips, '835': runRemittanceRoundTrips } as const;

process.exitCode = await main();

async function main(): Promise<0 | 1 | 2> {
  const options = optionsOf(process.argv.slice(2));
  if (!options) {
    say(USAGE);
    return 2;
  }
  const { runs, seed, transaction } = options;
  const stop = new AbortController();
  process.once('SIGINT', () => stop.abort());
  const bar = progressBar({ progress }, 'Writing and reading claims');
  bar(0, runs);
  const { done, failure } = await RUNS[transaction]({
    claims: runs,
    seed,
    stopped: stop.signal,
    onProgress: (now) => bar(now, runs),
  });
  progress(undefined);
  if (!failure) {
    const stopped = stop.signal.aborted ? 'Stopped. ' : '';
    say(`${stopped}${done} claims were read back as they were written (--seed ${seed}).`);
    return 0;
  }
  say(
    `After ${done} claims, a file is not read back as it was written; --seed ${failure.seed} shows it again.`,
  );
  for (const trouble of failure.troubles) say(`  ${trouble}`);
  process.stdout.write(`${JSON.stringify(failure.batch, null, 2)}\n`);
  return 1;
}

interface Options {
  readonly runs: number;
  readonly seed: number;
  readonly transaction: keyof typeof RUNS;
}

function optionsOf(args: readonly string[]): Options | undefined {
  try {
    const options = {
      runs: { type: 'string' },
      seed: { type: 'string' },
      transaction: { type: 'string' },
    } as const;
    const {
      runs = '100000',
      seed = String(randomInt(2 ** 31)),
      transaction = '837P',
    } = parseArgs({ args: [...args], options }).values;
    const isGood = /^[1-9]\d{0,14}$/.test(runs) && /^-?\d{1,10}$/.test(seed);
    return isGood && (transaction === '837P' || transaction === '835')
      ? { runs: Number(runs), seed: Number(seed), transaction }
      : undefined;
  } catch {
    return undefined;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function progress(line: string | undefined): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
}
