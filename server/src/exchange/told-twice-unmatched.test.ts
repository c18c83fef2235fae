/** Money that fits no claim here, or is beside all claims, told by two files: it is posted once, and a person compares the other. */
import type { IsoDate } from '@claimside/shared/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createNews } from '../news.ts';
import { matchAnswer, releasePayment } from '../remittance/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';
import { postAllTheSame } from './decide-remittance.ts';
import { CHARGE, check, type PostingPractice, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const ONE = 'C000000001';
const NEXT_DAY = { paymentDate: '2026-11-25' as IsoDate };
const OTHER_PAYER_ID = { payerTraceId: '1888888888' };
/** A detail of no weight. */
const OTHERWISE: Partial<ClaimPayment> = { claimFilingIndicator: '12' };
/** Under the numbers of another system. */
const stranger = (paid: number, changes: Partial<ClaimPayment> = {}) =>
  paying('STRANGER9', paid, { payerClaimControlNumber: 'ZZZ12345', ...changes });
const ofDay = (serviceDate: string): Partial<ClaimPayment> => ({ statementFrom: serviceDate as IsoDate });

async function practiceWith(...remittances: readonly Remittance[]) {
  const practice = postingPractice(await tests.practice(), tests.store);
  const claims = [await practice.bill(), await practice.bill()] as const;
  for (const claim of claims)
    await practice.learn(claim, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
  for (const remittance of remittances) await practice.deliver(remittance);
  return { practice, claims };
}

async function after(...remittances: readonly Remittance[]) {
  const { practice, claims } = await practiceWith(...remittances);
  return {
    accounts: await practice.accounts(),
    paid: (await practice.money(claims[0]))?.paid,
    held: (await practice.remittances()).filter(({ deposit }) => deposit === null),
  };
}

const context = ({ runtime, scope }: PostingPractice) => ({
  store: tests.store,
  runtime,
  news: createNews(),
  practiceId: scope.practiceId,
  deviceId: 'biller',
});

const HELD = [
  {
    reason: expect.stringMatching(
      /^A payment with this check number came before and tells some of the same amounts\..*decide\.$/,
    ),
  },
];
const FIRST = check('EFT1', [stranger(10_000)]);

describe('a payment for a claim that nobody has found', () => {
  test.each<[string, Remittance, Remittance]>([
    ['the next day and another detail', FIRST, check('EFT1', [stranger(10_000, OTHERWISE)], [], NEXT_DAY)],
    ['the next day and another payer ID', FIRST, { ...FIRST, ...NEXT_DAY, ...OTHER_PAYER_ID }],
    [
      'another number, another spelling of its check',
      FIRST,
      check('00EFT1', [paying('OTHER77', 10_000)], [], NEXT_DAY),
    ],
    [
      'another payer`s ID and name',
      FIRST,
      { ...FIRST, ...NEXT_DAY, ...OTHER_PAYER_ID, payer: { name: 'HUB' } },
    ],
    [
      'the whole check before it',
      check('EFT1', [stranger(10_000), paying(ONE, 5_000)]),
      check('EFT1', [stranger(10_000)], [], OTHER_PAYER_ID),
    ],
    [
      'nothing but a takeback of the same',
      check('EFT1', [stranger(-10_000)], [['FB', -10_000]]),
      check('EFT1', [stranger(-10_000, OTHERWISE)], [['FB', -10_000, 'REF1']], NEXT_DAY),
    ],
  ])('told again with %s is posted once', async (_, first, second) => {
    const before = await after(first);
    const { accounts, held } = await after(first, second);
    expect(held).toMatchObject(HELD);
    expect(accounts).toEqual(before.accounts);
  });

  test('told again with our number, and given to that claim by a person, pays it once', async () => {
    const { practice, claims } = await practiceWith(
      FIRST,
      check('EFT1', [paying(ONE, 10_000)], [], NEXT_DAY),
    );
    const [answer] = await practice.answers();
    expect(await matchAnswer(context(practice), answer?.id ?? '', claims[0])).toBe('matched');
    expect((await practice.money(claims[0]))?.paid).toBe(10_000);
    expect(await practice.accounts()).toMatchObject({ remittance: 10_000 });
  });

  test('that came with our number before waits to be compared', async () => {
    const { accounts, paid, held } = await after(
      check('EFT1', [paying(ONE, 10_000)]),
      check('EFT1', [stranger(10_000)], [], NEXT_DAY),
    );
    expect([paid, accounts.unmatched, accounts.remittance]).toEqual([10_000, undefined, 10_000]);
    expect(held).toMatchObject(HELD);
  });

  test('that a person gave to another claim than the one it names is not paid again to that', async () => {
    const { practice, claims } = await practiceWith(check('EFT1', [paying(ONE, 10_000)]));
    const events = await listEvents(practice.scope, claims[0]);
    const paid = events.find(({ fact }) => fact.type === 'payment');
    await releasePayment(context(practice), claims[0], paid?.id ?? '', 'Of the other visit');
    const [answer] = await practice.answers();
    await matchAnswer(context(practice), answer?.id ?? '', claims[1]);
    await practice.deliver(check('EFT1', [paying(ONE, 10_000, OTHERWISE)], [], NEXT_DAY));
    expect([(await practice.money(claims[0]))?.paid, (await practice.money(claims[1]))?.paid]).toEqual([
      0, 10_000,
    ]);
  });

  test.each<[string, Remittance, Remittance]>([
    ['the same amount under another check number', FIRST, check('EFT2', [stranger(10_000)], [], NEXT_DAY)],
    ['another amount', FIRST, check('EFT1', [paying('OTHER77', 9_000)], [], NEXT_DAY)],
    [
      'another day of service',
      check('EFT1', [stranger(10_000, ofDay('2026-11-02'))]),
      check('EFT1', [stranger(10_000, ofDay('2026-11-09'))], [], NEXT_DAY),
    ],
    [
      'another patient',
      FIRST,
      check(
        'EFT1',
        [paying('OTHER77', 10_000, { patient: { lastName: 'SAMPLE', firstName: 'BEN' } })],
        [],
        NEXT_DAY,
      ),
    ],
    [
      'another payer',
      FIRST,
      check('EFT1', [paying('OTHER77', 10_000)], [], {
        ...NEXT_DAY,
        ...OTHER_PAYER_ID,
        payer: { name: 'OTHER PLAN' },
      }),
    ],
  ])('under a number with %s is another', async (_, first, second) => {
    const { held, accounts } = await after(first, second);
    expect(held).toEqual([]);
    expect(accounts.unmatched).toBe(0 - first.paymentAmount - second.paymentAmount);
  });
});

describe('two answers of one check that both wait', () => {
  const nothing = (paymentDate: string) =>
    check('0', [stranger(0, { adjustments: [{ group: 'PR', reason: '1', amount: CHARGE }] })], [], {
      paymentDate: paymentDate as IsoDate,
      paymentMethod: 'NON',
      handlingCode: 'H',
    });
  const SAME = [nothing('2026-11-24'), nothing('2026-11-25')] as const;

  test('are given to one claim once: what the patient owes is not doubled', async () => {
    const { practice, claims } = await practiceWith(...SAME);
    const [first, second] = await practice.answers();
    expect(await matchAnswer(context(practice), first?.id ?? '', claims[0])).toBe('matched');
    expect(await matchAnswer(context(practice), second?.id ?? '', claims[0])).toEqual({
      code: 'told-already',
      why: 'Check 0 of 2026-11-24 has told this claim the same already: $0.00 paid. Set this answer aside, or give it to the claim that it is about.',
    });
    expect((await practice.money(claims[0]))?.patientResponsibility).toBe(CHARGE);
    expect(await matchAnswer(context(practice), second?.id ?? '', claims[1])).toBe('matched');
  });

  test('are both given where a person said that they are two payments', async () => {
    const { practice, claims } = await practiceWith(
      FIRST,
      check('EFT1', [stranger(10_000, OTHERWISE)], [], NEXT_DAY),
    );
    const held = (await practice.remittances()).find(({ deposit }) => deposit === null);
    const { signal: stopping } = new AbortController();
    const by = { deviceId: 'biller', reason: 'Two checks with one number' };
    await postAllTheSame({ ...context(practice), stopping }, held?.id ?? '', by);
    for (const { id } of await practice.answers())
      expect(await matchAnswer(context(practice), id, claims[0])).toBe('matched');
    expect((await practice.money(claims[0]))?.paid).toBe(20_000);
  });

  test('are both given where one remittance tells the same twice, as each of them pays', async () => {
    const { practice, claims } = await practiceWith(check('EFT1', [stranger(5_000), stranger(5_000)]));
    for (const { id } of await practice.answers())
      expect(await matchAnswer(context(practice), id, claims[0])).toBe('matched');
    expect((await practice.money(claims[0]))?.paid).toBe(10_000);
  });
});

describe('what is of the provider alone', () => {
  const INTEREST = check('EFT2', [], [['L6', -500]]);

  test.each<[string, Remittance]>([
    ['another payer ID and day', { ...INTEREST, ...NEXT_DAY, ...OTHER_PAYER_ID }],
    ['a reference', check('EFT2', [], [['L6', -500, 'INT 1']], NEXT_DAY)],
    ['more beside it', check('EFT2', [paying(ONE, 10_000)], [['L6', -500]], NEXT_DAY)],
  ])('told again with %s is posted once', async (_, second) => {
    const { accounts, held } = await after(INTEREST, second);
    expect(accounts).toMatchObject({ 'provider-adjustment:L6': -500, remittance: 500 });
    expect(held).toMatchObject(HELD);
  });

  test.each<[string, Remittance]>([
    ['another check number', check('EFT3', [], [['L6', -500]], NEXT_DAY)],
    ['another amount', check('EFT2', [], [['L6', -400]], NEXT_DAY)],
    ['another reason', check('EFT2', [], [['72', -500]], NEXT_DAY)],
    [
      'another payer',
      check('EFT2', [], [['L6', -500]], { ...NEXT_DAY, ...OTHER_PAYER_ID, payer: { name: 'OTHER PLAN' } }),
    ],
  ])('with %s is another', async (_, second) => {
    const { held, accounts } = await after(INTEREST, second);
    expect(held).toEqual([]);
    expect(accounts).toMatchObject({ remittance: 500 + second.paymentAmount });
  });

  test('without money, several under one number are told in any mixture', async () => {
    const nothing = (...references: readonly string[]) =>
      check(
        'EFT4',
        [],
        references.flatMap((each): [string, number, string][] => [
          ['WO', 700, each],
          ['FB', -700, each],
        ]),
      );
    const { held, accounts } = await after(nothing('REF1'), nothing('REF2'), nothing('REF2', 'REF1'));
    expect(held).toEqual([]);
    expect(accounts).toMatchObject({ 'provider-adjustment:WO': 1_400, 'provider-adjustment:FB': -1_400 });
  });
});

describe('of a claim, under one number', () => {
  test('another claim of ours is another payment, though two payers call both the same', async () => {
    const named = { payerClaimControlNumber: 'ICN20261' };
    const { accounts, held } = await after(
      check('EFT3', [paying(ONE, 10_000, named), paying('C000000003', 500)]),
      check('EFT3', [paying('C000000002', 10_000, named)], [], OTHER_PAYER_ID),
    );
    expect(held).toEqual([]);
    expect(accounts).toMatchObject({ remittance: 20_500 });
  });

  const decided = check('EFT3', [paying(ONE, 10_000)]);

  test('paid as the first payer`s (1), then as sent on (19), is paid once', async () => {
    const sentOn = check('EFT3', [paying(ONE, 10_000, { statusCode: '19' })], [], {
      ...NEXT_DAY,
      ...OTHER_PAYER_ID,
    });
    const { paid, held } = await after(decided, sentOn);
    expect(paid).toBe(10_000);
    expect(held).toHaveLength(1);
  });

  test('a denial, then a share of the patient, are two decisions though nothing is paid', async () => {
    const nothing = (changes: Partial<ClaimPayment>) =>
      check('0', [paying(ONE, 0, changes)], [], { ...NEXT_DAY, paymentMethod: 'NON', handlingCode: 'H' });
    const { held } = await after(
      nothing({ statusCode: '4', adjustments: [{ group: 'CO', reason: '16', amount: CHARGE }] }),
      nothing({ statusCode: '1', adjustments: [{ group: 'PR', reason: '1', amount: CHARGE }] }),
    );
    expect(held).toEqual([]);
  });
});
