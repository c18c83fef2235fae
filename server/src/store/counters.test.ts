/** Numbers a clearinghouse has seen are not given out again, whoever gave them out. */
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { testPractice } from '../exchange/testing.ts';
import { raiseCounters, takeNumber } from './counters.ts';

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
