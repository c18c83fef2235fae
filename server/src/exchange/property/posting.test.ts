/** A small sample; `pnpm property --transaction posting` runs as many as are wanted. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openTestStore } from '../../store/testing.ts';
import { postingTroubles } from './posting.ts';
import { scenarios } from './scenario.ts';

test('whatever payers say, in whatever files and order, and wherever the server dies: posted once, to the cent', async () => {
  const tests = openTestStore();
  try {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        expect(await postingTroubles(tests, scenario)).toEqual([]);
      }),
      { numRuns: 12 },
    );
  } finally {
    await tests.close();
  }
}, 120_000);
