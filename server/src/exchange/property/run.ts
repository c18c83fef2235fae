/** Checks as many arbitrary histories of payment as are wanted. */
import fc from 'fast-check';
import { openTestStore } from '../../store/testing.ts';
import type { RunOptions, RunOutcome } from '../../transactions/parts/property/run-batches.ts';
import { postingTroubles } from './posting.ts';
import { type Scenario, scenarios } from './scenario.ts';

const AT_ONCE = 20;

/** `claims` is the number of histories. */
export async function runPostings({
  claims,
  seed,
  stopped,
  onProgress,
}: RunOptions): Promise<RunOutcome<Scenario>> {
  let done = 0;
  for (let part = 0; done < claims && !stopped.aborted; part += 1) {
    // A store of its own, so that it does not grow with the run.
    const tests = openTestStore();
    try {
      // Of the last that failed, which is the smallest: with other ids it may go well.
      let troubles: readonly string[] = [];
      const property = fc.asyncProperty(scenarios, async (scenario) => {
        const found = await postingTroubles(tests, scenario);
        if (found.length > 0) troubles = found;
        return found.length === 0;
      });
      const partSeed = (seed + part) | 0;
      const numRuns = Math.min(AT_ONCE, claims - done);
      const { failed, counterexample } = await fc.check(property, { numRuns, seed: partSeed });
      if (failed && counterexample) {
        const [batch] = counterexample;
        return { done, failure: { seed: partSeed, troubles, batch } };
      }
      done += numRuns;
      onProgress(done);
    } finally {
      await tests.close();
    }
  }
  return { done };
}
