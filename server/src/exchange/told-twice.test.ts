/** One payment told by two files, each in its own way: it is posted once, and a person compares the other. */
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../store/testing.ts';
import type { ClaimPayment, Remittance } from '../transactions/remittance-835/index.ts';
import { CHARGE, check, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

const ONE = 'C000000001';
const TWO = 'C000000002';
const NEXT_DAY = { paymentDate: '2026-11-25' as IsoDate };
/** A detail of no weight. */
const OTHERWISE: Partial<ClaimPayment> = { claimFilingIndicator: '12' };

async function after(...remittances: readonly Remittance[]) {
  const practice = postingPractice(await tests.practice(), tests.store);
  const claim = await practice.bill();
  await practice.bill();
  for (const remittance of remittances) await practice.deliver(remittance);
  return {
    money: await practice.money(claim),
    accounts: await practice.accounts(),
    remittances: await practice.remittances(),
    states: (await practice.remittances()).map(({ state }) => state).sort(),
  };
}

describe('a payment', () => {
  const FIRST = check('EFT1', [paying(ONE, 10_000)]);
  const denied = paying(TWO, 0, { statusCode: '4' });
  const withDenial = check('EFT1', [paying(ONE, 10_000), denied]);

  test.each([
    ['another payer ID', FIRST, { ...FIRST, payerTraceId: '1888888888' }],
    ['zeros before its number', FIRST, { ...FIRST, traceNumber: '00EFT1' }],
    ['the next day and another detail', FIRST, check('EFT1', [paying(ONE, 10_000, OTHERWISE)], [], NEXT_DAY)],
    [
      'the next day and another detail, beside a denial',
      withDenial,
      check('EFT1', [paying(ONE, 10_000, OTHERWISE), { ...denied, ...OTHERWISE }], [], NEXT_DAY),
    ],
  ])('told again with %s waits to be compared', async (_, first, second) => {
    const { money, accounts, states, remittances } = await after(first, second);
    expect(money?.paid).toBe(10_000);
    expect(accounts).toMatchObject({ remittance: 10_000 });
    expect(states).toEqual(['needs-person', 'posted']);
    expect(remittances).toContainEqual(
      expect.objectContaining({
        reason: expect.stringMatching(/^A payment with this check number came before.*decide\.$/),
      }),
    );
  });

  test.each([
    [
      'of another claim, on another day',
      check('EFT1', [paying(TWO, 10_000)], [], NEXT_DAY),
      { remittance: 20_000 },
    ],
    [
      'of the other part of what one number pays, under its own total',
      check('EFT1', [paying(TWO, 5_000)], [], { payerTraceId: '1888888888' }),
      { remittance: 15_000 },
    ],
    [
      'that takes it back, and pays it anew',
      check('EFT1', [paying(ONE, -10_000), paying(ONE, 12_000)], [], NEXT_DAY),
      { remittance: 12_000 },
    ],
  ])('under the same number %s is another', async (_, second, accounts) => {
    const told = await after(FIRST, second);
    expect(told.states).toEqual(['posted', 'posted']);
    expect(told.accounts).toMatchObject(accounts);
  });

  test('that was taken back under its number is not taken back again by the next day`s file', async () => {
    const back = check('EFT1', [paying(ONE, -10_000)]);
    const again = check('EFT1', [paying(ONE, -10_000, OTHERWISE)], [], NEXT_DAY);
    const { money, states } = await after(FIRST, back, again);
    expect(money?.paid).toBe(0);
    expect(states).toEqual(['needs-person', 'posted', 'posted']);
  });
});

test.each([
  ['pays less', paying(ONE, 4_000)],
  ['denies it', paying(ONE, 0, { statusCode: '4' })],
])('a check that takes back and %s, told again the next day, is posted once', async (_, decision) => {
  const corrected = check('EFT2', [paying(ONE, -10_000), decision]);
  const otherwise = corrected.claims.map((each) => ({ ...each, ...OTHERWISE }));
  const again = { ...corrected, traceNumber: '00EFT2', claims: otherwise, ...NEXT_DAY };
  const { money, states } = await after(check('EFT1', [paying(ONE, 10_000)]), corrected, again);
  expect(money?.paid).toBe(decision.paidAmount);
  expect(states).toEqual(['needs-person', 'posted', 'posted']);
});

test('a check that takes back and pays anew, told again the next day part by part, is posted once', async () => {
  const whole = check('EFT2', [paying(ONE, -10_000), paying(ONE, 4_000)]);
  const parts = whole.claims.map((each) =>
    check('EFT2', [{ ...each, ...OTHERWISE }], [], { ...NEXT_DAY, payerTraceId: '1888888888' }),
  );
  const { money, states } = await after(check('EFT1', [paying(ONE, 10_000)]), whole, ...parts);
  expect(money?.paid).toBe(4_000);
  expect(states).toEqual(['needs-person', 'needs-person', 'posted', 'posted']);
});

describe('a payment of nothing', () => {
  const deductible = (changes: Partial<ClaimPayment> = {}) =>
    paying(ONE, 0, { adjustments: [{ group: 'PR', reason: '1', amount: CHARGE }], ...changes });
  const nothing = (claim: ClaimPayment, changes: Partial<Remittance> = {}) =>
    check('0', [claim], [], { paymentMethod: 'NON', handlingCode: 'H', ...changes });
  const FIRST = nothing(deductible());

  test.each([
    ['another detail', nothing(deductible(OTHERWISE))],
    ['another date', { ...FIRST, ...NEXT_DAY }],
    ['another date, beside a claim that is paid', check('0', [deductible(), paying(TWO, 500)], [], NEXT_DAY)],
  ])('told again with %s does not double what the patient owes', async (_, second) => {
    const { money, accounts, states } = await after(FIRST, second);
    expect(money?.patientResponsibility).toBe(CHARGE);
    expect(accounts['receivable:patient']).toBe(CHARGE);
    expect(states).toEqual(['needs-person', 'posted']);
  });

  test('of another claim, or taken back and decided anew, is posted', async () => {
    const back = paying(ONE, 0, {
      statusCode: '22',
      adjustments: [{ group: 'PR', reason: '1', amount: cents(-CHARGE) }],
    });
    const less = [
      { group: 'PR', reason: '3', amount: cents(2_000) },
      { group: 'CO', reason: '45', amount: cents(CHARGE - 2_000) },
    ];
    const anew = check('0', [back, deductible({ adjustments: less })], [], NEXT_DAY);
    const other = nothing(paying(TWO, 0, { statusCode: '4' }));
    const { money, states } = await after(FIRST, other, anew);
    expect(states).toEqual(['posted', 'posted', 'posted']);
    expect(money?.patientResponsibility).toBe(2_000);
  });
});
