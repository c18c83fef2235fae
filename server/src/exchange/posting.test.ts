/** What each kind of remittance leaves in the ledger: under its payment stands what it pays, to the cent, once. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { paymentKey, settleUnmatched } from '../remittance/index.ts';
import { AT, openTestStore, type TestStore } from '../store/testing.ts';
import { check, fileOf, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

/** A practice with so many claims, C000000001 and so on, of $281.00 each. */
async function practiceWith(claims: number) {
  const practice = postingPractice(await tests.practice(), tests.store);
  const ids: string[] = [];
  for (let count = 0; count < claims; count += 1) ids.push(await practice.bill());
  return { ...practice, ids };
}

const ONE = 'C000000001';
const TWO = 'C000000002';

test('claims, interest, a takeback and a fee make up the payment, each on its account', async () => {
  const practice = await practiceWith(2);
  const remittance = check(
    'CHK1',
    [paying(ONE, 10_000), paying(TWO, 5_000)],
    [
      ['L6', -123],
      ['WO', 3_000, ONE],
      ['AH', 77],
    ],
  );
  expect(remittance.paymentAmount).toBe(12_046);
  await practice.deliver(remittance);
  expect(await practice.accounts()).toEqual({
    revenue: -56_200,
    'adjustment:contractual': 41_200,
    remittance: 12_046,
    'provider-adjustment:L6': -123,
    'provider-adjustment:WO': 3_000,
    'provider-adjustment:AH': 77,
  });
});

test.each([
  [
    'capitation',
    check('CAP', [], [['CT', -500_000]]),
    { remittance: 500_000, 'provider-adjustment:CT': -500_000 },
  ],
  [
    'money that the payer takes from the account',
    check('DEBIT', [], [['WO', 4_000]], { paymentAmount: cents(4_000), isDebit: true }),
    { remittance: -4_000, 'provider-adjustment:WO': 4_000 },
  ],
  [
    'a negative total',
    check('NEG', [], [['WO', 4_000]]),
    { remittance: -4_000, 'provider-adjustment:WO': 4_000 },
  ],
  ['nothing at all', check('NONE', [], [], { paymentMethod: 'NON', handlingCode: 'H' }), {}],
])('%s without any claim', async (_, remittance, accounts) => {
  const practice = await practiceWith(0);
  await practice.deliver(remittance);
  expect(await practice.accounts()).toEqual(accounts);
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['posted']);
});

test('an estimate, a claim sent on to another payer, and a denial move no money', async () => {
  const practice = await practiceWith(3);
  const nothing = [{ group: 'OA', reason: '101', amount: cents(28_100) }];
  await practice.deliver(
    check('NON1', [
      paying(ONE, 0, { statusCode: '25', adjustments: nothing }),
      paying(TWO, 0, { statusCode: '23', adjustments: nothing }),
      paying('C000000003', 0, { statusCode: '4' }),
    ]),
  );
  expect(await practice.accounts()).toEqual({ revenue: -84_300, 'receivable:payer': 84_300 });
});

test('an estimate that is said to be paid posts nothing, and what else the file holds is posted', async () => {
  const practice = await practiceWith(2);
  const wrong = check('CHK1', [paying(ONE, 10_000, { statusCode: '25' })], [['L6', -5]]);
  await practice.deliver(wrong, check('CHK2', [paying(TWO, 5_000)]));
  expect(await practice.announced(wrong)).toEqual({ remittance: 0, bank: 0, unmatched: 0 });
  expect(await practice.accounts()).toMatchObject({ remittance: 5_000 });
  expect(await practice.remittances()).toMatchObject([
    {
      checkNumber: 'CHK1',
      state: 'needs-person',
      reason: expect.stringContaining('by $100.00. Nothing was posted'),
    },
    { checkNumber: 'CHK2', state: 'posted' },
  ]);
});

test('a balance that is carried forward comes to nothing with the remittance that takes it up', async () => {
  const practice = await practiceWith(2);
  const takenBack = check('NON1', [paying(ONE, -10_000)], [['FB', -10_000, 'CARRIED 1']]);
  expect(takenBack.paymentAmount).toBe(0);
  await practice.deliver(takenBack);
  expect(await practice.accounts()).toMatchObject({ 'provider-adjustment:FB': -10_000 });
  const next = check('CHK2', [paying(TWO, 15_000)], [['FB', 10_000, 'CARRIED 1']]);
  await practice.deliver(next);
  expect(await practice.accounts()).not.toHaveProperty('provider-adjustment:FB');
  expect(await practice.accounts()).toMatchObject({ remittance: 5_000 });
});

const original = check('CHK1', [paying(ONE, 10_000)]);
const reversal = check('CHK2', [paying(ONE, -10_000), paying(TWO, 20_000)]);
const correction = check('CHK3', [paying(ONE, 12_000, { payerClaimControlNumber: 'PNEW' })]);
const both = check('CHK4', [paying(ONE, -10_000), paying(ONE, 12_000), paying(TWO, 20_000)]);

test.each([
  ['in one remittance', [original, both], 12_000],
  ['in two', [original, reversal, correction], 12_000],
  ['the correction before the reversal', [original, correction, reversal], 12_000],
  ['the reversal before what it reverses', [reversal, original, correction], 12_000],
  ['all the other way round', [correction, reversal, original], 12_000],
])('a reversal and its correction, %s', async (_, remittances, paid) => {
  const practice = await practiceWith(2);
  for (const remittance of remittances) await practice.deliver(remittance);
  for (const remittance of remittances)
    expect((await practice.announced(remittance))?.remittance).toBe(remittance.paymentAmount);
  expect((await practice.money(practice.ids[0] ?? ''))?.paid).toBe(paid);
  expect(await practice.accounts()).toMatchObject({ remittance: paid + 20_000 });
});

test('a reversal of which the original was never seen stands as what it is: money owed back', async () => {
  const practice = await practiceWith(2);
  await practice.deliver(reversal);
  expect(await practice.announced(reversal)).toMatchObject({ remittance: 10_000 });
  expect(await practice.money(practice.ids[0] ?? '')).toMatchObject({ paid: -10_000 });
});

test.each([
  ['sent again', [fileOf(original), fileOf(original)]],
  [
    'with its claims in another order',
    [fileOf(both), fileOf({ ...both, claims: [...both.claims].reverse() })],
  ],
  ['in a file with others, then by itself', [fileOf(original, both), fileOf(both), fileOf(original)]],
  ['by itself, then with others', [fileOf(both), fileOf(original), fileOf(original, both)]],
])('the same remittance %s is posted once', async (_, files) => {
  const practice = await practiceWith(2);
  await practice.store(files[0] as Buffer);
  await practice.interpret();
  const rest = files.slice(1);
  for (const bytes of rest) {
    await practice.store(bytes);
    await practice.interpret();
  }
  const remittances = await practice.remittances();
  expect(remittances.map(({ state }) => state)).toEqual(remittances.map(() => 'posted'));
  const total = remittances.reduce((sum, each) => sum + each.total, 0);
  expect(await practice.accounts()).toMatchObject({ remittance: total });
  expect(await practice.filesThatWait()).toEqual([]);
});

test('several without money under one number each count once, in whatever mixture they come', async () => {
  const practice = await practiceWith(2);
  const same = { paymentMethod: 'NON' as const, traceNumber: '0' };
  const first = check('0', [paying(ONE, 10_000)], [['WO', 10_000, 'A']], same);
  const second = check('0', [paying(TWO, 3_000)], [['WO', 3_000, 'B']], same);
  const mixed = check(
    '0',
    [...second.claims, ...first.claims],
    [
      ['WO', 3_000, 'B'],
      ['WO', 10_000, 'A'],
    ],
    same,
  );
  for (const remittance of [first, second, first, mixed]) await practice.deliver(remittance);
  expect(await practice.accounts()).toMatchObject({ 'provider-adjustment:WO': 13_000 });
  expect(await practice.announced(first)).toEqual({ remittance: 0, bank: 0, unmatched: 0 });
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['posted', 'posted']);
});

test('what fits no claim waits under its payment, which is whole all the same', async () => {
  const practice = await practiceWith(1);
  const remittance = check('CHK1', [paying(ONE, 10_000), paying('STRANGER', 7_000)]);
  await practice.deliver(remittance);
  expect(await practice.announced(remittance)).toEqual({ remittance: 17_000, bank: 0, unmatched: 7_000 });
  expect(await practice.remittances()).toMatchObject([{ state: 'needs-person' }]);
});

test('given to its claim by a person, it moves there, once, and the payment stays what it is', async () => {
  const practice = await practiceWith(2);
  const remittance = check('CHK1', [paying(ONE, 10_000), paying('STRANGER', 7_000)]);
  await practice.deliver(remittance);
  await practice.deliver(remittance);
  const settle = () =>
    practice.write((scope) =>
      settleUnmatched(scope, paymentKey(remittance), { at: AT, source: { kind: 'system' } }),
    );
  await practice.giveWaitingTo(practice.ids[1] ?? '');
  await settle();
  await settle();
  expect(await practice.announced(remittance)).toEqual({ remittance: 17_000, bank: 0, unmatched: 0 });
  expect(await practice.accounts()).toMatchObject({ remittance: 17_000 });
  expect(await practice.money(practice.ids[1] ?? '')).toMatchObject({ paid: 7_000 });
});

test('the same claims under the same check number with another total are no second payment', async () => {
  const practice = await practiceWith(2);
  await practice.deliver(reversal);
  await practice.deliver(check('CHK2', [paying(TWO, 20_000)]));
  expect(await practice.accounts()).toMatchObject({ remittance: 10_000 });
  expect((await practice.remittances()).map(({ state, reason }) => [state, reason])).toEqual(
    expect.arrayContaining([['needs-person', expect.stringContaining('another total')]]),
  );
});

test('nor what of it fits no claim yet', async () => {
  const practice = await practiceWith(1);
  const stranger = paying('STRANGER', 7_000);
  await practice.deliver(check('CHK9', [stranger]));
  await practice.deliver(check('CHK9', [stranger, paying(ONE, 10_000)]));
  expect(await practice.accounts()).toMatchObject({ remittance: 7_000, unmatched: -7_000 });
});

test('a check of next month under a number that was used before is a payment of its own', async () => {
  const practice = await practiceWith(2);
  await practice.deliver(check('100', [paying(ONE, 10_000)]));
  await practice.deliver(check('100', [paying(TWO, 10_000)], [], { paymentDate: '2026-12-24' as IsoDate }));
  expect(await practice.accounts()).toMatchObject({ remittance: 20_000 });
});
