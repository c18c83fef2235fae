/** A store from before the ledger gets the one that it would have had. */
import type { IsoDate } from '@claimside/shared/values';
import { cents } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { openLedger } from './open-ledger.ts';
import { check, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const [ONE, TWO, THREE] = ['C000000001', 'C000000002', 'C000000003'];

/** Two accounts, one with a replacement, a claim taken back, a write-off, and three remittances with all that they may hold. */
async function fullPractice() {
  const practice = postingPractice(await tests.practice(), tests.store);
  const [first, second] = [await practice.bill(), await practice.bill()];
  const replacement = await practice.bill(cents(30_000), { claimId: second, how: 'replacement' });
  const again = await practice.bill(cents(31_000), { claimId: replacement, how: 'replacement' });
  await practice.takeBack(again, replacement);
  const remittances = [
    check('CHK1', [paying(ONE, 10_000), paying(TWO, 5_000), paying('STRANGER', 700)], [['L6', -55]]),
    check('CHK2', [paying(TWO, -5_000), paying(THREE, 20_000)], [['WO', 300, ONE]]),
    check('CAP', [], [['CT', -9_000]]),
  ];
  await practice.deliver(...remittances.slice(0, 2));
  await practice.deliver(...remittances.slice(2));
  await practice.learn(first, { type: 'written-off', of: 'payer', amount: cents(50), reason: 'courtesy' });
  const paid = { amount: cents(20), paidOn: '2026-11-26' as IsoDate, method: 'card' } as const;
  await practice.learn(replacement, { type: 'patient-paid', ...paid });
  const state = async () => ({
    accounts: await practice.accounts(),
    payments: await Promise.all(remittances.map((each) => practice.announced(each))),
  });
  return { practice, state };
}

test('it is the same as if it had always been kept, also when it was stopped in the midst, and entered once', async () => {
  const { practice, state } = await fullPractice();
  const kept = await state();
  expect(kept.accounts).toMatchObject({ unmatched: -700, 'provider-adjustment:WO': 300 });
  await practice.forgetLedger();
  expect(await state()).not.toEqual(kept);

  const { practiceId } = practice.scope;
  const open = (stopped?: AbortSignal, onProgress?: () => void) =>
    openLedger({
      store: tests.store,
      runtime: practice.runtime,
      practiceId,
      stopped,
      onProgress: onProgress ?? (() => {}),
    });
  const stop = new AbortController();
  await open(stop.signal, () => stop.abort());
  expect(await state()).not.toEqual(kept);
  await open();
  expect(await state()).toEqual(kept);
  expect(await open()).toBe(0);
  expect(await state()).toEqual(kept);
  expect((await practice.remittances()).map(({ state }) => state).sort()).toEqual([
    'needs-person',
    'posted',
    'posted',
  ]);
});

test('a fact that is learnt before it was brought up to date is not counted twice', async () => {
  const { practice, state } = await fullPractice();
  const kept = await state();
  await practice.forgetLedger();
  await practice.deliver(check('CHK9', [paying(ONE, 100, { statusCode: '2' })]));
  const { practiceId } = practice.scope;
  await openLedger({ store: tests.store, runtime: practice.runtime, practiceId });
  const after = await state();
  expect(after.payments).toEqual(kept.payments);
  expect(after.accounts.remittance).toBe((kept.accounts.remittance ?? 0) + 100);
});
