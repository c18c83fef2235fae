/** The list that comes along is read whole, and payers are proposed from it. */
import { SEED_LIST } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { testRuntime } from '../exchange/testing.ts';
import { openTestStore } from '../store/testing.ts';
import { listedFactsOf } from './facts.ts';
import { importPayerList, previewPayerList } from './import.ts';
import { searchPayers } from './search.ts';
import { readSeedList } from './seed.ts';

test('it is looked at like any list, has no row that can not be read, and payers are then found in it', async () => {
  const all = openTestStore();
  const { scope } = await all.practice();
  const context = { store: all.store, runtime: testRuntime(), practiceId: scope.practiceId };
  const seed = await readSeedList();
  expect(await previewPayerList(context, seed)).toMatchObject({
    value: { size: 90, faultCount: 0, mended: 0, comparedWith: null },
  });
  expect(await searchPayers(scope, 'aetna', 5)).toEqual([]);
  await importPayerList(context, seed, { leaveOut: 0, byDevice: null });
  expect(await searchPayers(scope, 'aetna', 5)).toMatchObject([
    { name: 'Aetna (most plans)', rows: [{ payerId: '60054', isNonPar: false, needsEnrollment: false }] },
  ]);
  const medicare = { payerId: '13202', name: 'Medicare Part B NY (downstate/Empire)' };
  expect(await listedFactsOf(scope, [medicare])).toMatchObject([{ isListed: true, needsEnrollment: true }]);
  await all.close();
});

test('every row of it says of which month it is', async () => {
  const [, ...rows] = (await readSeedList()).bytes.toString('utf8').trim().split(/\r?\n/);
  expect(rows.filter((row) => !row.endsWith(`,${SEED_LIST.month}`))).toEqual([]);
});
