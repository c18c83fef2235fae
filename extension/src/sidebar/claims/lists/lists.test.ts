import { foldMoney } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import type { WorkReason } from '@claimside/shared/worklists';
import { expect, test } from 'vitest';
import { countText, deadlineOf, emptyWords, nextOf } from './lists.ts';

const TODAY = '2026-11-26' as IsoDate;
/** Nothing is open, nobody owes anything. */
const MONEY = foldMoney(cents(0), []);
const place = (deadline: string | null, why: WorkReason = 'status') => ({
  list: 'rejected' as const,
  why,
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
  expect(deadlineOf({ place: place(deadline) as never, status }, TODAY)).toEqual({ words, tone });
});

test('a deadline that nobody knows is not made up', () => {
  expect(deadlineOf({ place: place(null) as never, status: 'denied' }, TODAY)).toBeUndefined();
  expect(deadlineOf({ place: null, status: 'denied' }, TODAY)).toBeUndefined();
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
  ['silent', 'payer-silent', 'with-payer', 'Ask the payer why no answer came.'],
  ['needs-you', 'clearinghouse-silent', 'sent', 'Ask the clearinghouse why no answer came.'],
  ['silent', 'next-payer-silent', 'with-payer', 'Ask the next insurance whether it has the claim.'],
  ['needs-you', 'status', 'denied', 'Read the reasons, then replace the claim or appeal.'],
  ['underpaid', 'underpaid', 'paid', 'Compare it with the contract, then ask for the rest, or accept it.'],
  ['patient-balance', 'patient-share', 'partly-paid', 'Bill the patient for their share.'],
  ['needs-you', 'refused-before', 'with-payer', 'Appeal what the payer before refused.'],
  ['needs-you', 'patient-credit', 'paid', 'Pay back what the patient has paid too much.'],
  [
    'needs-you',
    'capitated',
    'denied',
    'Write it off where a capitation pays for it, or bill the plan that does.',
  ],
] as const)('on the list %s for %s a claim that is %s asks: %s', (list, why, status, words) => {
  const claim = {
    place: { ...place(null, why), list },
    status,
    money: MONEY,
    appeal: null,
    followedBy: null,
  };
  expect(nextOf(claim as never, TODAY)).toBe(words);
});

test('what a payer refused before is answered, however far this claim is', () => {
  const claim = { place: place('2026-12-08', 'refused-before'), status: 'sent' } as const;
  expect(deadlineOf(claim as never, TODAY)?.words).toBe('12 days left to answer');
});

test('while a payer before owes an answer to an appeal, whoever is silent or rejected this claim is another matter', () => {
  const appeal = { sentOn: '2026-11-20', grantedOn: null, usualDays: 60, turn: 1 };
  const asks = (list: string, why: WorkReason, status: string) =>
    nextOf(
      { place: { ...place(null, why), list }, status, money: MONEY, appeal, followedBy: null } as never,
      TODAY,
    );
  expect(asks('silent', 'payer-silent', 'with-payer')).toBe('Ask the payer why no answer came.');
  expect(asks('rejected', 'status', 'rejected-by-payer')).toBe('Correct it and send it as a new claim.');
  expect(asks('needs-you', 'they-ask', 'unknown')).toBe('They have it: send what they ask for.');
  expect(asks('needs-you', 'in-doubt', 'unknown')).toMatch(/^The answer leaves open whether they have it\./);
  expect(asks('needs-you', 'finished-unpaid', 'unknown')).toMatch(/^They call it finished without payment/);
  expect(asks('partly-paid', 'refused-before', 'with-payer')).toContain('Appealed 2026-11-20');
  expect(asks('needs-you', 'refused-before', 'unknown')).toContain('Appealed 2026-11-20');
});

test('what waits for the next insurance to be billed is not the patient`s to be asked for', () => {
  const claim = { place: { ...place(null), list: 'needs-you' }, status: 'partly-paid' };
  const money = { ...MONEY, charge: cents(1_000), open: cents(1_000) };
  expect(nextOf({ ...claim, money, appeal: null, followedBy: null } as never, TODAY)).toBe(
    'Look at what was refused, or bill the next insurance.',
  );
});

test('a claim that another one follows asks for nothing of what its own answer asked for', () => {
  const claim = { place: null, money: MONEY, appeal: null, followedBy: 'c2' } as const;
  expect(nextOf({ ...claim, status: 'rejected-by-payer' }, TODAY)).toBe('Goes on in a newer claim.');
  expect(nextOf({ ...claim, status: 'partly-paid' }, TODAY)).toBe('Goes on in a newer claim.');
});

test('a claim that waits for others asks for nothing', () => {
  expect(nextOf({ place: null, status: 'sent', money: MONEY, appeal: null, followedBy: null }, TODAY)).toBe(
    '',
  );
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
