/** The sample of the tests: always the same broken files, whatever samples a machine has; two threads read half each. */
import { expect, test } from 'vitest';
import type { Found } from './command/messages.ts';
import { readOptions } from './command/options.ts';
import { watch } from './command/watch.ts';

/** Another one makes other files, for a run by hand. */
const SEED = Number(process.env.CLAIMSIDE_FUZZ_SEED ?? 20261122);
const HALF = 50_000;
/** No promise of speed: only so that a reader that never ends is told from one that does. */
const MINUTES = 60_000;

async function brokenPromises(seed: number): Promise<string[]> {
  const options = readOptions(['--seed', String(seed), '--runs', String(HALF)], seed, () => {});
  const { found, done } = await watch(options, {
    corpusFolder: undefined,
    stopped: new AbortController().signal,
    progress: () => {},
  });
  const broken = found.map((each) => described(each, seed));
  // A thread that ended early with nothing found read too little.
  if (broken.length === 0) expect(done).toMatchObject({ inputs: HALF });
  return broken;
}

function described({ failure, input, bytes }: Found, seed: number): string {
  const again = input ? `--seed ${seed} --input ${input.join('.')}` : `--seed ${seed}`;
  return `${failure.detail}\nby ${JSON.stringify(Buffer.from(bytes).toString('latin1').slice(0, 500))}\npnpm fuzz ${again}`;
}

test('a hundred thousand broken files break no promise of any reader', {
  timeout: 32 * MINUTES,
}, async () => {
  const halves = await Promise.all([SEED, SEED + 1].map(brokenPromises));
  expect(halves.flat()).toEqual([]);
});
