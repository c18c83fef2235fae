/** The sizes of the lists are what counting gives, whatever happened, and whatever of it was undone. */
import type { ClaimFact } from '@claimside/shared/lifecycle';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { appendFacts } from './claim-events.ts';
import { listClaims } from './claim-lists.ts';
import { countedSizes, mendListSizes, sizesOfLists } from './list-sizes.ts';
import { listSizes } from './schema.ts';
import { AT, openTestStore, type TestLedger, type TestStore } from './testing.ts';
import { FACTS, follow, steps } from './testing-histories.ts';
import { setAssignee } from './worklists.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

/** The kept ones, without those of lists that hold none any more. */
async function kept({ scope }: TestLedger): Promise<Map<string, number>> {
  const rows = await scope.db.select().from(listSizes);
  return new Map(
    rows.flatMap(({ practiceId, of, claims }) =>
      practiceId === scope.practiceId && claims !== 0 ? [[of, claims]] : [],
    ),
  );
}

const REJECTED: ClaimFact = { type: 'payer-rejected', codes: [], message: '' };
const broken = () => Promise.reject(new Error('breaks off'));

/** Does all that in one transaction with units that succeed, and is undone. */
async function breakOff(ledger: TestLedger, claimId: string, fact: ClaimFact): Promise<void> {
  const undone = ledger.write(async (scope) => {
    const dedupeKey = JSON.stringify(fact);
    await appendFacts(scope, claimId, [{ at: AT, source: { kind: 'system' }, fact, dedupeKey }]);
    await setAssignee(scope, claimId, 'device');
    await broken();
  });
  const [outcome] = await Promise.allSettled([undone, ledger.bill()]);
  expect(outcome?.status).toBe('rejected');
}

test('for any histories, with units of work between them that break off', async () => {
  const history = fc.record({ steps, undone: fc.nat(FACTS.length - 1) });
  await fc.assert(
    fc.asyncProperty(fc.array(history, { maxLength: 3 }), async (histories) => {
      const ledger = await tests.practice();
      for (const { steps: done, undone } of histories) {
        for (const account of await follow(ledger, done))
          for (const { id } of account) await breakOff(ledger, id, FACTS[undone] as ClaimFact);
        expect(await kept(ledger)).toEqual(await countedSizes(ledger.scope));
      }
      for (const [list, size] of Object.entries(await sizesOfLists(ledger.scope))) {
        const { claims } = await listClaims(ledger.scope, { list: list as 'all', limit: 1_000 });
        expect([list, claims.length]).toEqual([list, size]);
      }
    }),
    { numRuns: 30 },
  );
});

test('a claim that another follows gives its place to that one, and takes it again when that is taken back', async () => {
  const ledger = await tests.practice();
  const sizes = async () => {
    const { all, rejected, 'in-progress': underWay } = await sizesOfLists(ledger.scope);
    return { all, rejected, underWay };
  };
  const first = await ledger.bill();
  await ledger.learn(first, REJECTED);
  expect(await sizes()).toEqual({ all: 1, rejected: 1, underWay: 0 });
  const second = await ledger.bill(undefined, { claimId: first, how: 'resend' });
  expect(await sizes()).toEqual({ all: 1, rejected: 0, underWay: 1 });
  await ledger.takeBack(second, first);
  expect(await sizes()).toMatchObject({ all: 2, rejected: 1, underWay: 0 });
});

test('sizes that were changed past the server are counted anew, once', async () => {
  const ledger = await tests.practice();
  await ledger.learn(await ledger.bill(), REJECTED);
  const right = await sizesOfLists(ledger.scope);
  const mend = () => ledger.write(mendListSizes);
  expect(await mend()).toBe(false);
  await ledger.write(async ({ db }) => {
    await db.update(listSizes).set({ claims: 7 });
  });
  expect(await sizesOfLists(ledger.scope)).not.toEqual(right);
  expect(await mend()).toBe(true);
  expect(await sizesOfLists(ledger.scope)).toEqual(right);
  expect(await mend()).toBe(false);
});
