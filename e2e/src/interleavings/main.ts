/**
 * `pnpm interleavings --runs N --seed S`: changes of chart, readings and presses in any order, so many in each look-alike; 1 when
 * a claim is mixed, and when nothing was billed or nothing refused, as that would prove nothing.
 */
import { parseArgs } from 'node:util';
import { addEhrSites, BrowserNotFound, findBrowser, launchBrowser } from '../browser/index.ts';
import { startEhr } from '../ehr/index.ts';
import { DESK_PRACTICE } from '../journeys/desk.ts';
import { WORLDS } from './moves.ts';
import { interleave, slowness } from './run.ts';

process.exitCode = await main();

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(`Usage: pnpm interleavings [--runs N] [--seed S]
  --runs N  so many in each look-alike (default 1000)
  --seed S  of an earlier run, to repeat it (default another one each time)
Ends with 1 when a claim is mixed, and when nothing was billed or nothing refused.`);
    return 0;
  }
  const runs = Number(values.runs ?? 1_000);
  const seed = Number(values.seed ?? Date.now() % 1_000_000);
  if (!(Number.isSafeInteger(runs) && runs > 0 && Number.isSafeInteger(seed))) {
    console.error('--runs and --seed are whole numbers, runs above 0.');
    return 2;
  }
  try {
    await findBrowser((line) => console.error(line));
  } catch (error) {
    if (!(error instanceof BrowserNotFound)) throw error;
    console.error(error.message);
    return 2;
  }
  const ehr = await startEhr({ delay: slowness(seed) });
  const { browser, close } = await launchBrowser();
  try {
    await addEhrSites(
      browser,
      WORLDS.map(({ name }) => ehr.origin(name)),
    );
    let isKept = true;
    for (const world of WORLDS) {
      const options = { browser, ehr, world, practice: { ...DESK_PRACTICE, procedures: {} }, seed, runs };
      const { outcomes, mixed } = await interleave(options, (done) => {
        if (process.stderr.isTTY) process.stderr.write(`\r${world.name}: ${done} of ${runs}\u001b[K`);
      });
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
      const counts = Object.entries(outcomes).map(([outcome, count]) => `${count} ${outcome}`);
      console.log(
        `${world.name}, ${runs} interleavings of seed ${seed}: ${counts.join(', ')}; ${mixed.length} mixed claims.`,
      );
      for (const one of mixed) console.log(one);
      const { billed = 0, 'other-chart': other = 0, 'page-changed': changed = 0 } = outcomes;
      isKept &&= mixed.length === 0 && billed > 0 && other + changed > 0;
    }
    return isKept ? 0 : 1;
  } finally {
    await close();
    await ehr.close();
  }
}
