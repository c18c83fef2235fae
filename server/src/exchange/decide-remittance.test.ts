/** Two accounts of what may be one payment: a person says whether it is, and nothing is posted twice without that word. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { furtherPaymentKey, paymentKey } from '../remittance/index.ts';
import { paymentBalances } from '../store/journal.ts';
import { savePracticeSettings } from '../store/practices.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import type { Remittance } from '../transactions/remittance-835/index.ts';
import { postAllTheSame, reopenRemittance, setRemittanceAside } from './decide-remittance.ts';
import { waysOutOf } from './held.ts';
import { CHARGE, check, fileOf, type PostingPractice, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
let practice: PostingPractice;
let claim: string;
beforeEach(async () => {
  tests = openTestStore();
  practice = postingPractice(await tests.practice(), tests.store);
  claim = await practice.bill();
});
afterEach(() => tests.close());

const BY = { deviceId: 'biller-1', reason: 'Two checks with one number' };
const context = () => ({
  store: tests.store,
  runtime: practice.runtime,
  news: createNews(),
  practiceId: practice.scope.practiceId,
  stopping: new AbortController().signal,
});
const waitingId = async () =>
  (await practice.remittances()).find(({ state }) => state === 'needs-person')?.id ?? '';
const states = async () =>
  [...(await practice.remittances()), ...(await practice.setAside())].map(({ state }) => state).sort();

/** The same check, total and date; other content. */
const FIRST = check('CHK1', [paying('C000000001', 10_000)], [['L6', -500]]);
const SECOND = check('CHK1', [paying('C000000001', 10_000, { claimFilingIndicator: '12' })], [['L6', -500]]);

async function bothCame() {
  await practice.deliver(FIRST);
  await practice.deliver(SECOND);
}

test('with other content under the same check it waits; set aside, it stays so however often it comes', async () => {
  await bothCame();
  expect(await states()).toEqual(['needs-person', 'posted']);
  expect(await setRemittanceAside(context(), await waitingId(), BY)).toBe('done');
  expect(await practice.filesThatWait()).toEqual([]);
  await practice.deliver(SECOND);
  expect((await practice.money(claim))?.paid).toBe(10_000);
  expect(await states()).toEqual(['posted', 'set-aside']);
});

test('set aside, it stays so where another file tells the same amounts around other names', async () => {
  await bothCame();
  await setRemittanceAside(context(), await waitingId(), BY);
  const [claimPaid] = SECOND.claims;
  const renamed = claimPaid && { ...claimPaid, patient: { lastName: 'TESTER', firstName: 'A' } };
  await practice.deliver({ ...SECOND, productionDate: SECOND.paymentDate, claims: renamed ? [renamed] : [] });
  expect(await states()).toEqual(['posted', 'set-aside']);
  expect(await practice.filesThatWait()).toEqual([]);
  await practice.deliver(
    check('CHK1', [paying('C000000001', 10_500, { claimFilingIndicator: '12' })], [['L6', 0]]),
  );
  expect(await states()).toEqual(['needs-person', 'posted', 'set-aside']);
});

/** Of a payee of whom only an NPI is told. */
const OTHERS = check('CHK1', [paying('C000000001', 10_000)], [], {
  payee: { name: 'SAMPLE CLINIC', npi: '1999999984' },
});
const saveProviders = (...npis: readonly string[]) =>
  tests.store.transaction((db) =>
    savePracticeSettings(
      { ...practice.scope, db },
      {
        ...EXAMPLE_PRACTICE,
        providers: npis.map((npi) => ({ lastName: 'TESTER', firstName: 'BEN', npi, ehrNames: [] })),
      },
    ),
  );

test('what was set aside is posted by a person alone: where nothing stands against it any more, it asks again, once', async () => {
  await saveProviders();
  await practice.deliver(OTHERS);
  await setRemittanceAside(context(), await waitingId(), BY);
  await practice.deliver(OTHERS);
  expect(await states()).toEqual(['set-aside']);

  await saveProviders('1999999984');
  const again = { ...OTHERS, productionDate: OTHERS.paymentDate };
  await practice.store(fileOf(OTHERS, again), 'AGAIN.835');
  await practice.interpret();
  expect((await practice.money(claim))?.paid).toBe(0);
  expect(await practice.remittances()).toMatchObject([
    { state: 'needs-person', reason: expect.stringMatching(/^It was set aside/) },
  ]);
  expect(await practice.filesThatWait()).toMatchObject([{ name: 'AGAIN.835' }]);

  await setRemittanceAside(context(), await waitingId(), BY);
  await practice.deliver(again);
  expect(await states()).toEqual(['set-aside']);
  expect(await practice.filesThatWait()).toEqual([]);
  const [aside] = await practice.setAside();
  expect(await postAllTheSame(context(), aside?.id ?? '', BY)).toBe('done');
  expect((await practice.money(claim))?.paid).toBe(10_000);
  expect(await states()).toEqual(['posted']);
});

test('posted all the same, the money of each stands under its own key, and both come again as often as they like', async () => {
  await bothCame();
  expect(await postAllTheSame(context(), await waitingId(), BY)).toBe('done');
  const key = paymentKey(SECOND);
  const further = furtherPaymentKey(key, 2);
  const balances = await paymentBalances(practice.scope, [key, further]);
  expect([balances.get(key)?.remittance, balances.get(further)?.remittance]).toEqual([10_500, 10_500]);
  expect(await practice.accounts()).toMatchObject({
    remittance: 21_000,
    'provider-adjustment:L6': -1_000,
    revenue: -CHARGE,
  });
  expect((await practice.money(claim))?.paid).toBe(20_000);

  const turned = (one: Remittance) => ({ ...one, productionDate: one.paymentDate });
  for (const again of [FIRST, SECOND, turned(FIRST), turned(SECOND)]) await practice.deliver(again);
  expect((await practice.money(claim))?.paid).toBe(20_000);
  expect(await states()).toEqual(['posted', 'posted']);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('what was set aside can still be posted; what is posted is decided', async () => {
  await bothCame();
  const id = await waitingId();
  await setRemittanceAside(context(), id, BY);
  expect(await postAllTheSame(context(), id, BY)).toBe('done');
  const again = await Promise.all([postAllTheSame(context(), id, BY), setRemittanceAside(context(), id, BY)]);
  expect(again).toEqual(Array(2).fill({ code: 'remittance-decided-already' }));
  expect(await postAllTheSame(context(), 'none', BY)).toEqual({ code: 'not-found' });
  expect((await practice.money(claim))?.paid).toBe(20_000);
});

test('of two who press at the same moment one posts', async () => {
  await bothCame();
  const id = await waitingId();
  const both = await Promise.all([postAllTheSame(context(), id, BY), postAllTheSame(context(), id, BY)]);
  expect(both).toEqual(['done', { code: 'remittance-decided-already' }]);
  expect((await practice.money(claim))?.paid).toBe(20_000);
});

const paid = () => [paying('C000000001', 10_000)];
const STRANGER = { name: 'SOMEBODY', npi: '1999999984', taxId: '999999999' };
const ESTIMATED = [paying('C000000001', 10_000, { statusCode: '25' })];

test.each([
  ['it does not add up', () => check('CHK1', paid(), [], { paymentAmount: CHARGE }), 'does not add up'],
  ['it pays another practice', () => check('CHK1', paid(), [], { payee: STRANGER }), 'pays another practice'],
  ['it pays an estimate', () => check('CHK1', ESTIMATED), 'do not come to its total'],
])('where %s, posting it is told to be closed, and refused in the same words', async (_why, told, words) => {
  await practice.write((scope) => savePracticeSettings(scope, EXAMPLE_PRACTICE));
  await practice.deliver(told());
  const [held] = await practice.remittances();
  const id = held?.id ?? '';
  const ways = await waysOutOf(practice.scope, id);
  const closed = ways.find(({ way }) => way === 'post-all-the-same')?.closed;
  expect(closed).toMatch(new RegExp(`^It cannot be posted.*${words}.*\\.$`));
  expect(ways).toContainEqual({ way: 'set-aside', closed: null });
  expect(await postAllTheSame(context(), id, BY)).toEqual({ code: 'remittance-not-postable', why: closed });
  expect((await practice.money(claim))?.paid).toBe(0);
});

test('where its end counts its segments wrongly, and all of it adds up, it waits, and a person may post it', async () => {
  const text = fileOf(check('CHK1', paid())).toString();
  await practice.store(Buffer.from(text.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 1}`)));
  await practice.interpret();
  const [held] = await practice.remittances();
  expect(held).toMatchObject({
    state: 'needs-person',
    reason: expect.stringContaining('All its amounts add up'),
  });
  expect((await practice.money(claim))?.paid).toBe(0);
  expect(await postAllTheSame(context(), held?.id ?? '', BY)).toBe('done');
  expect((await practice.money(claim))?.paid).toBe(10_000);
  expect(await practice.filesThatWait()).toEqual([]);
});

test('where it counts wrongly and does not add up either, nobody may', async () => {
  const text = fileOf(check('CHK1', paid(), [], { paymentAmount: CHARGE })).toString();
  await practice.store(Buffer.from(text.replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) - 1}`)));
  await practice.interpret();
  const [held] = await practice.remittances();
  expect(held?.state).toBe('unbalanced');
  expect(await postAllTheSame(context(), held?.id ?? '', BY)).toMatchObject({
    code: 'remittance-not-postable',
  });
});

test('set aside, it is listed by itself with who, when and why; taken up again, it waits for what it waited for', async () => {
  await practice.deliver(check('CHK1', paid(), [], { paymentAmount: CHARGE }));
  const [unbalanced] = await practice.remittances();
  const id = unbalanced?.id ?? '';
  expect(await reopenRemittance(context(), id, BY.deviceId)).toEqual({ code: 'remittance-waits-already' });
  await setRemittanceAside(context(), id, BY);
  expect(await practice.remittances()).toEqual([]);
  expect(await practice.setAside()).toMatchObject([
    {
      id,
      state: 'set-aside',
      reason: unbalanced?.reason,
      decision: { kind: 'set-aside', reason: BY.reason },
    },
  ]);
  expect((await waysOutOf(practice.scope, id)).map(({ way }) => way)).toEqual([
    'reopen',
    'post-all-the-same',
  ]);
  expect(await practice.filesThatWait()).toEqual([]);

  expect(await reopenRemittance(context(), id, BY.deviceId)).toBe('done');
  expect(await practice.setAside()).toEqual([]);
  expect(await practice.remittances()).toMatchObject([
    {
      id,
      state: 'unbalanced',
      reason: unbalanced?.reason,
      decision: { kind: 'reopened', reason: BY.reason },
    },
  ]);
  expect(await practice.filesThatWait()).toHaveLength(1);
});

test('of a payment that is posted nothing can be decided, and none is told', async () => {
  await practice.deliver(FIRST);
  const [posted] = await practice.remittances();
  const id = posted?.id ?? '';
  expect(await waysOutOf(practice.scope, id)).toEqual([]);
  expect(await reopenRemittance(context(), id, BY.deviceId)).toEqual({ code: 'remittance-decided-already' });
});

test('claims told twice under one number are posted twice only by a person, each under its own total', async () => {
  await practice.bill();
  const whole = check('CHK1', [paying('C000000001', 10_000), paying('C000000002', 5_000)]);
  const part = check('CHK1', [paying('C000000001', 10_000)]);
  await practice.deliver(whole);
  await practice.deliver(part);
  expect((await practice.money(claim))?.paid).toBe(10_000);
  expect(await postAllTheSame(context(), await waitingId(), BY)).toBe('done');
  expect((await practice.money(claim))?.paid).toBe(20_000);
  expect((await practice.announced(part))?.remittance).toBe(10_000);
});

test('a part of it that fits no claim waits under its own payment', async () => {
  await practice.deliver(FIRST);
  await practice.deliver(check('CHK1', [paying('STRANGER', 10_000)], [['L6', -500]]));
  expect(await postAllTheSame(context(), await waitingId(), BY)).toBe('done');
  expect(await practice.remittances()).toContainEqual(
    expect.objectContaining({
      state: 'needs-person',
      reason: expect.stringMatching(/^Its claim matches none/),
    }),
  );
  expect((await practice.accounts()).unmatched).toBe(-10_000);
});
