/**
 * `pnpm property --runs 1000000 [--seed 7] [--transaction 835]`: arbitrary claims, or claim payments, written and read back, until one
 * is not the same; with `--transaction posting` histories of payment received by a server that dies, until one is not posted once.
 */
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { progressBar } from '../src/cli/progress-bar.ts';
import { runPostings } from '../src/exchange/property/run.ts';
import { runRoundTrips } from '../src/transactions/claim-837p/property/run.ts';
import { runRemittanceRoundTrips } from '../src/transactions/remittance-835/property/run.ts';

const USAGE =
  'pnpm property [--runs N] [--seed N] [--transaction 837P|835|posting]: how many claims (or histories of payment), 100000 when left out (1000 histories); the seed is random when left out.';

const ROUND_TRIP = {
  doing: 'Writing and reading claims',
  right: 'claims were read back as they were written',
  wrong: 'claims, a file is not read back as it was written',
};
const RUNS = {
  '837P': { run: runRoundTrips, usual: '100000', ...ROUND_TRIP },
  '835': { run: runRemittanceRoundTrips, usual: '100000', ...ROUND_TRIP },
  posting: {
    run: runPostings,
    usual: '1000',
    doing: 'Receiving payments',
    right: 'histories of payment were posted once and to the cent',
    wrong: 'histories, one is not posted as it should be',
  },
} as const;

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
  const { run, doing, right, wrong } = RUNS[transaction];
  const bar = progressBar({ progress }, doing);
  bar(0, runs);
  const { done, failure } = await run({
    claims: runs,
    seed,
    stopped: stop.signal,
    onProgress: (now) => bar(now, runs),
  });
  progress(undefined);
  if (!failure) {
    const stopped = stop.signal.aborted ? 'Stopped. ' : '';
    say(`${stopped}${done} ${right} (--seed ${seed}).`);
    return 0;
  }
  say(`After ${done} ${wrong}; --seed ${failure.seed} shows it again.`);
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
      runs,
      seed = String(randomInt(2 ** 31)),
      transaction = '837P',
    } = parseArgs({
      args: [...args],
      options,
    }).values;
    if (!isTransaction(transaction)) return undefined;
    const wanted = runs ?? RUNS[transaction].usual;
    const isGood = /^[1-9]\d{0,14}$/.test(wanted) && /^-?\d{1,10}$/.test(seed);
    return isGood ? { runs: Number(wanted), seed: Number(seed), transaction } : undefined;
  } catch {
    return undefined;
  }
}

function isTransaction(name: string): name is keyof typeof RUNS {
  return name in RUNS;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

function progress(line: string | undefined): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${line ?? ''}\u001b[K`);
}
