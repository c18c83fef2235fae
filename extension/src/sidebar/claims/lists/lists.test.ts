import { foldMoney } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { countText, deadlineOf, emptyWords, nextOf } from './lists.ts';

const TODAY = '2026-11-26' as IsoDate;
const createdAt = '2026-11-18T12:00:00.000Z';
/** Nothing is open, nobody owes anything. */
const MONEY = foldMoney(cents(0), []);
const place = (deadline: string | null, list = 'rejected' as const) => ({
  list,
  since: '2026-11-20T12:00:00.000Z',
  amount: 100,
  deadline,
});

test.each([
  ['2026-12-08', 'rejected-by-payer', '12 days left to file', 'warning'],
  ['2026-11-27', 'rejected-by-payer', '1 day left to file', 'warning'],
  ['2027-01-26', 'denied', '61 days left to answer', 'neutral'],
  ['2026-11-26', 'denied', 'Last day to answer', 'bad'],
  ['2026-11-20', 'pended', 'Too late to file since 2026-11-20', 'bad'],
] as const)('a deadline on %s of a claim that is %s reads "%s"', (deadline, status, words, tone) => {
  expect(deadlineOf({ place: place(deadline) as never, status, createdAt }, TODAY)).toEqual({ words, tone });
});

test('a deadline that nobody knows is not made up', () => {
  expect(deadlineOf({ place: place(null) as never, status: 'denied', createdAt }, TODAY)).toBeUndefined();
  expect(deadlineOf({ place: null, status: 'denied', createdAt }, TODAY)).toBeUndefined();
});

test('nothing needs a person only where no answer waits for its claim either', () => {
  expect(emptyWords('needs-you', 0)).toMatch(/^Nothing needs you\./);
  expect(emptyWords('needs-you', 2)).toBe('No claim needs you.');
});

test('the size of a list is said to the last claim, and a dash until it is known', () => {
  expect(countText(1_000_001)).toBe('1,000,001');
  expect(countText(0)).toBe('0');
  expect(countText(undefined)).toBe('–');
});

test.each([
  ['silent', 'with-payer', 'Ask why no answer came.'],
  ['needs-you', 'sent', 'Ask why no answer came.'],
  ['needs-you', 'denied', 'Read the reasons, then replace the claim or appeal.'],
  ['underpaid', 'paid', 'Compare it with the contract, then ask for the rest, or accept it.'],
  ['needs-you', 'paid', 'Compare it with the contract, then ask for the rest, or accept it.'],
  ['patient-balance', 'partly-paid', 'Bill the patient for their share.'],
] as const)('on the list %s a claim that is %s asks: %s', (list, status, words) => {
  expect(
    nextOf(
      { place: { ...place(null), list }, status, money: MONEY, appeal: null, followedBy: null } as never,
      TODAY,
    ),
  ).toBe(words);
});

test.each([
  ['partly-paid', '2026-11-20T12:00:00.000Z'],
  ['needs-you', '2026-11-17T12:00:00.000Z'],
] as const)('on the list %s for what a payer refused before, it is that one that is asked', (list, since) => {
  const claim = { place: { ...place('2026-12-08'), list, since }, status: 'sent', createdAt } as const;
  expect(nextOf({ ...claim, money: MONEY, appeal: null, followedBy: null } as never, TODAY)).toBe(
    'Appeal what the payer before refused.',
  );
  expect(deadlineOf(claim as never, TODAY)?.words).toBe('12 days left to answer');
});

test('what waits for the next insurance to be billed is not the patient`s to be asked for', () => {
  const claim = { place: { ...place(null), list: 'needs-you' }, status: 'partly-paid', createdAt };
  const money = { ...MONEY, charge: cents(1_000), open: cents(1_000) };
  expect(nextOf({ ...claim, money, appeal: null, followedBy: null } as never, TODAY)).toBe(
    'Look at what was refused, or bill the next insurance.',
  );
});

test('what the patient has paid too much is to be paid back', () => {
  const paid = {
    place: { ...place(null), list: 'needs-you' },
    status: 'paid',
    appeal: null,
    followedBy: null,
  };
  const money = { ...MONEY, patientPaid: cents(1_000) };
  expect(nextOf({ ...paid, money } as never, TODAY)).toBe('Pay back what the patient has paid too much.');
});

test('a claim that another one follows asks for nothing of what its own answer asked for', () => {
  const claim = { place: null, money: MONEY, appeal: null, followedBy: 'c2', createdAt } as const;
  expect(nextOf({ ...claim, status: 'rejected-by-payer' }, TODAY)).toBe('Goes on in a newer claim.');
  expect(nextOf({ ...claim, status: 'partly-paid' }, TODAY)).toBe('Goes on in a newer claim.');
});

test('a claim that waits for others asks for nothing', () => {
  expect(
    nextOf({ place: null, status: 'sent', money: MONEY, appeal: null, followedBy: null, createdAt }, TODAY),
  ).toBe('');
});

test.each([
  ['2026-11-26', null, 'Appealed 2026-11-26: waits for the decision (usually 60 days).'],
  ['2026-11-20', null, 'Appealed 2026-11-20: waits for the decision, 6 days (usually 60 days).'],
  [
    '2026-09-26',
    null,
    'Appealed 2026-09-26: waits for the decision, 61 days (usually 60 days). Ask what became of it.',
  ],
  ['2026-09-26', '2026-11-25', 'Appeal granted 2026-11-25: waits for the payment, 1 day (usually 60 days).'],
] as const)(
  'a claim under appeal since %s, granted %s, says what it waits for',
  (sentOn, grantedOn, words) => {
    const appeal = { sentOn, grantedOn, usualDays: 60 };
    expect(nextOf({ place: place(null), status: 'denied', appeal, followedBy: null } as never, TODAY)).toBe(
      words,
    );
  },
);
