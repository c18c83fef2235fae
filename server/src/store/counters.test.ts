/** Numbers a clearinghouse has seen are not given out again, whoever gave them out. */
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { testPractice } from '../exchange/testing.ts';
import { raiseCounters, takeControlNumber, takeNumber } from './counters.ts';
import { counters } from './schema.ts';

test('a start raises the numbers to the time, never lowers them, and leaves nine digits', async () => {
  const { store, scope } = await testPractice();
  const take = (name: string) => store.transaction((db) => takeNumber({ ...scope, db }, name));
  const start = (now: string) =>
    store.transaction((db) => raiseCounters({ ...scope, db }, now as UtcInstant));
  expect(await take('interchange')).toBe(1);
  await start('2026-11-22T15:30:00.000Z');
  expect([await take('interchange'), await take('group'), await take('outbound-file')]).toEqual([
    21_752_461, 21_752_461, 21_752_461,
  ]);
  await start('2026-11-01T00:00:00.000Z');
  expect(await take('interchange')).toBe(21_752_462);
  await start('2300-01-01T00:00:00.000Z');
  expect(String(await take('interchange'))).toHaveLength(9);
});

test('after the last of nine digits the first comes again, and numbers that are in use are passed over', async () => {
  const { store, scope } = await testPractice();
  const inUse = new Set([999_999_999, 1, 2]);
  const take = () =>
    store.transaction((db) =>
      takeControlNumber({ ...scope, db }, 'interchange', async (number) => inUse.has(number)),
    );
  await store.transaction((db) =>
    db
      .insert(counters)
      .values({ practiceId: scope.practiceId, name: 'interchange', value: 999_999_997 })
      .then(() => undefined),
  );
  expect([await take(), await take(), await take()]).toEqual([999_999_998, 3, 4]);
});
