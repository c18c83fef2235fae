/** A check told in parts, each with the total of all: it is posted once the parts add up, and once. */
import { cents } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { EXAMPLE_CONNECTION } from '../practice/index.ts';
import { remittanceDetail } from '../remittance/index.ts';
import { saveConnection } from '../store/connections.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { type ClaimPayment, writeRemittance } from '../transactions/remittance-835/index.ts';
import { setRemittanceAside } from './decide-remittance.ts';
import { ENVELOPE } from './testing-envelope.ts';
import { check, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

/** A practice with three claims. */
async function practiceWith(claims: number) {
  const practice = postingPractice(await tests.practice(), tests.store);
  for (let count = 0; count < claims; count += 1) await practice.bill();
  return practice;
}

const ONE = 'C000000001';
const TWO = 'C000000002';

const whole = check(
  'PART1',
  [paying(ONE, 10_000), paying(TWO, 5_000), paying('C000000003', 2_000)],
  [['WO', 500, ONE]],
);
const [first, second, third] = whole.claims;
const part = (claims: readonly (typeof first | undefined)[], plb = whole.providerAdjustments) => ({
  ...whole,
  claims: claims.flatMap((each) => each ?? []),
  providerAdjustments: plb,
});
const accounts = {
  revenue: -84_300,
  'adjustment:contractual': 67_300,
  remittance: 16_500,
  'provider-adjustment:WO': 500,
};

test('a check in parts waits for the last one, and is posted once; so is the whole that comes later', async () => {
  const practice = await practiceWith(3);
  await practice.deliver(part([first]));
  await practice.deliver(part([second], []));
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['unbalanced', 'unbalanced']);
  expect(await practice.accounts()).toEqual({ revenue: -84_300, 'receivable:payer': 84_300 });
  await practice.deliver(part([third]));
  expect(await practice.accounts()).toEqual(accounts);
  expect((await practice.remittances()).map(({ state, total }) => [state, total])).toEqual([
    ['posted', 16_500],
  ]);
  expect(await practice.filesThatWait()).toEqual([]);
  await practice.deliver(whole);
  await practice.deliver(part([first]));
  expect(await practice.accounts()).toEqual(accounts);
});

test('it stands in one file, or overlaps', async () => {
  const practice = await practiceWith(3);
  await practice.deliver(part([first, second]), part([second, third], []));
  expect(await practice.accounts()).toEqual(accounts);
});

test('it is not joined with a part that is wrong in itself', async () => {
  const practice = await practiceWith(3);
  const off = third && { ...third, paidAmount: cents(1_999) };
  await practice.deliver(part([first, second]));
  await practice.deliver(part([off], []));
  expect(await practice.accounts()).toEqual({ revenue: -84_300, 'receivable:payer': 84_300 });
});

const inOtherDetail = (payment = first, changes: Partial<ClaimPayment> = {}) =>
  payment && { ...payment, claimFilingIndicator: '12', ...changes };

test.each([
  ['one of them', part([inOtherDetail()])],
  ['one of them beside another', part([inOtherDetail(), inOtherDetail(second)])],
  ['one that is wrong in itself', part([inOtherDetail(first, { paidAmount: cents(9_999) })])],
])('it is joined although %s came in another detail as well', async (_, also) => {
  const practice = await practiceWith(3);
  for (const each of [part([first, second]), also, part([third], [])]) await practice.deliver(each);
  expect(await practice.accounts()).toEqual(accounts);
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['posted']);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('it is joined once the part that does not belong to it is set aside', async () => {
  const practice = await practiceWith(3);
  await practice.deliver(part([paying(ONE, 9_000)]));
  await practice.deliver(part([first, second]));
  await practice.deliver(part([third], []));
  const waiting = await practice.remittances();
  expect(waiting.map(({ state }) => state)).toEqual(['unbalanced', 'unbalanced', 'unbalanced']);
  const { runtime, scope } = practice;
  const { signal: stopping } = new AbortController();
  const context = { store: tests.store, runtime, news: createNews(), practiceId: scope.practiceId, stopping };
  for (const { id } of waiting)
    if ((await remittanceDetail(scope, id))?.sums.paid === 9_000)
      expect(await setRemittanceAside(context, id, { deviceId: 'biller', reason: 'Corrected' })).toBe('done');
  expect(await practice.accounts()).toEqual(accounts);
  expect((await practice.remittances()).map(({ state }) => state)).toEqual(['posted']);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('it waits for a person in a live account where one of them is of a test', async () => {
  const practice = await practiceWith(3);
  const settings = { ...EXAMPLE_CONNECTION, mode: 'live' } as const;
  const at = practice.runtime.now();
  await practice.write((scope) =>
    saveConnection(scope, { settings, sealedSecret: 'SEALED', passwordSince: null, at }),
  );
  const ofTest = writeRemittance(
    { ...ENVELOPE, usageIndicator: 'T' },
    { remittances: [part([first, second])] },
  );
  await practice.store(Buffer.from(ofTest));
  await practice.interpret();
  await practice.deliver(part([third], []));
  expect(await practice.accounts()).toEqual({ revenue: -84_300, 'receivable:payer': 84_300 });
  expect(await practice.remittances()).toContainEqual(
    expect.objectContaining({ state: 'needs-person', reason: expect.stringContaining('test file') }),
  );
});
