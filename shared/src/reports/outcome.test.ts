/** What reports take out of an account's facts. */
import { expect, test } from 'vitest';
import { type ClaimFact, foldClaim } from '../lifecycle/index.ts';
import {
  accepted,
  adjust,
  CHARGE,
  events,
  fileAccepted,
  paidInFull,
  payment,
  queued,
  refused,
  reversal,
  sent,
  withPayer,
} from '../lifecycle/testing.ts';
import type { IsoDate } from '../values/index.ts';
import { businessDaysBetween } from './follow-ups.ts';
import { expectedOf, outcomeOf } from './index.ts';

const denied = payment(0, [adjust('CO', '197', 8_000), adjust('CO', '45', 2_000)], '4', 'denied');
const later = (fact: ClaimFact): ClaimFact =>
  fact.type === 'payment'
    ? { ...fact, payment: { ...fact.payment, paymentDate: '2027-01-05' as IsoDate } }
    : fact;

function outcome(...claims: ClaimFact[][]) {
  const account = claims.map((facts) => events(...facts));
  const own = account.at(-1) ?? [];
  return outcomeOf(account, foldClaim(CHARGE, own, ...account.slice(0, -1)));
}

test.each<[string, ClaimFact[], 'accepted' | 'rejected' | undefined]>([
  ['only sent', [queued, sent, fileAccepted], undefined],
  ['accepted by the clearinghouse', [queued, sent, accepted], 'accepted'],
  [
    'accepted there, then rejected by the payer',
    [queued, sent, accepted, refused('payer-rejected')],
    'rejected',
  ],
  [
    'rejected, then mended in a portal and taken',
    [queued, sent, refused('clearinghouse-rejected'), withPayer],
    'rejected',
  ],
  ['rejected with its file', [queued, sent, refused('file-rejected')], 'rejected'],
  ['paid without a word before', [queued, sent, paidInFull], 'accepted'],
])('the first answer: %s', (_what, facts, answer) => {
  expect(outcome(facts).firstAnswer).toBe(answer);
});

test('of a rejected claim that was corrected, the first answer stays and the decision is that on the corrected one', () => {
  const rejected = [queued, sent, refused('clearinghouse-rejected')];
  expect(outcome(rejected, [queued, sent, accepted, paidInFull])).toMatchObject({
    firstAnswer: 'rejected',
    filedOn: '2026-11-22',
    decision: { on: '2026-11-30', isDenied: false },
  });
});

test('denied and then paid is denied first, for what no contract takes off', () => {
  expect(outcome([queued, sent, denied, later(paidInFull)]).decision).toEqual({
    on: '2026-11-30',
    isDenied: true,
    reasons: [{ group: 'CO', reason: '197', amount: 8_000 }],
  });
});

test('denied, replaced and paid on the same day is denied first', () => {
  const first = [queued, sent, accepted, denied];
  const { decision } = outcome(first, [queued, sent, accepted, paidInFull]);
  expect(decision).toMatchObject({ isDenied: true, reasons: [adjust('CO', '197', 8_000)] });
});

test('paid and then taken back was paid first; the decision of the next insurance is not the first payer’s', () => {
  expect(outcome([queued, sent, paidInFull, later(reversal)]).decision?.isDenied).toBe(false);
  const second = payment(0, [adjust('OA', '23', 8_000), adjust('CO', '204', 2_000)], '2', 'second');
  expect(outcome([queued, sent, second]).decision).toBeUndefined();
});

test('that a copy was refused as a duplicate decides nothing on the visit', () => {
  const duplicate = payment(0, [adjust('OA', '18', 10_000)], '4', 'copy');
  expect(outcome([queued, sent, duplicate, later(paidInFull)]).decision).toMatchObject({
    on: '2027-01-05',
    isDenied: false,
  });
});

test('a claim waits since it left, until it is rejected or decided', () => {
  expect(outcome([queued, sent, accepted]).waitsSince).toBe('2026-11-22');
  expect(outcome([queued]).waitsSince).toBeUndefined();
  expect(outcome([queued, sent, refused('payer-rejected')]).waitsSince).toBeUndefined();
  expect(outcome([queued, sent, paidInFull]).waitsSince).toBeUndefined();
});

test.each([
  ['2026-11-27', '2026-11-27', 0],
  ['2026-11-27', '2026-11-30', 1],
  ['2026-11-28', '2026-11-29', 0],
  ['2026-10-16', '2026-11-27', 30],
  ['2026-10-17', '2026-11-27', 30],
  ['2026-10-19', '2026-11-27', 29],
])('from %s to %s are %i business days', (from, to, days) => {
  expect(businessDaysBetween(from as IsoDate, to as IsoDate)).toBe(days);
});

test('a contract is expected to pay for all lines, by unit and modifiers, no more than the charge; else nothing is known', () => {
  const line = (procedureCode: string, chargeAmount: number, units = 1, modifiers: string[] = []) =>
    ({ procedureCode, chargeAmount, units, modifiers }) as never;
  const rates = { '99214': 13_000, '99214-25': 12_000, '97110': 3_000 };
  const expected = (...serviceLines: never[]) => expectedOf({ serviceLines }, rates);
  expect(expected(line('99214', 18_500, 1, ['25']), line('97110', 10_000, 2))).toBe(18_000);
  expect(expected(line('99214', 10_000))).toBe(10_000);
  expect(expected(line('99214', 18_500), line('20610', 14_000))).toBeUndefined();
});
