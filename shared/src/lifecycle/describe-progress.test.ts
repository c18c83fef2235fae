import { expect, test } from 'vitest';
import { cents, type IsoDate } from '../values/index.ts';
import { describeProgress } from './describe-progress.ts';
import type { ClaimFact } from './events.ts';
import { adjust, events, payment } from './testing.ts';

const DAY = '2026-11-30' as IsoDate;
const toldAll = (...facts: ClaimFact[]) => {
  const account = events(...facts);
  const decided = account.find(({ fact }) => fact.type === 'payment')?.at;
  return account.map((event) => describeProgress(event, 'Sandbox', decided));
};
const told = (fact: ClaimFact) => toldAll(fact)[0];

test.each([
  [payment(6_000, [adjust('CO', '45', 4_000)]), 'Sample Health Plan paid on the claim'],
  [payment(0, [adjust('CO', '197', 10_000)], '4'), 'Sample Health Plan denied the claim'],
  [payment(0, [adjust('PR', '1', 10_000)]), 'Sample Health Plan decided on the claim'],
  [payment(-6_000, [], '22'), 'Sample Health Plan took its decision back'],
  [payment(6_000, [], '23'), 'Sample Health Plan sent the claim on to another payer'],
])('of a payment it is told what was decided, and when: %#', (fact, title) => {
  expect(told(fact)).toMatchObject({ title, detail: 'Decided 2026-11-30' });
});

test.each<ClaimFact>([
  payment(6_000, [], '25'),
  { type: 'written-off', of: 'payer', amount: cents(4_000), reason: 'contract' },
  { type: 'patient-billed', amount: cents(4_000) },
  { type: 'patient-paid', amount: cents(4_000), paidOn: DAY, method: 'card' },
  { type: 'refunded', how: 'sent', amount: cents(4_000), paidOn: DAY, reference: 'TEST' },
  { type: 'correction-given-up', told: 'They pay $40.00.' },
])('nothing is told of $type', (fact) => {
  expect(told(fact)).toBeUndefined();
});

test.each<ClaimFact>([
  { type: 'closed', reason: 'Paid $40.00 elsewhere' },
  { type: 'answer-taken-back', eventId: '1', what: 'Sample Health Plan paid $40.00' },
  { type: 'appeal-answered', outcome: 'granted', answeredOn: DAY, note: '$40.00 more' },
])('of $type the words of the office are left out', (fact) => {
  expect(told(fact)).toMatchObject({ title: expect.not.stringContaining('$'), detail: '' });
});

test('what the patient paid at the visit is told with its amount: who treats took it', () => {
  expect(told({ type: 'patient-paid', amount: cents(2_500), paidOn: DAY })?.title).toBe(
    'The patient paid $25.00',
  );
});

test('after a decision, and of what is paid back, nothing of the money at the visit is told', () => {
  const atVisit = (amount: number): ClaimFact => ({
    type: 'patient-paid',
    amount: cents(amount),
    paidOn: DAY,
  });
  const decided = payment(8_537, [adjust('PR', '3', 1_463)]);
  expect(toldAll(atVisit(2_500), decided, atVisit(-1_037), atVisit(1_463))).toEqual([
    expect.objectContaining({ title: 'The patient paid $25.00' }),
    expect.objectContaining({ title: 'Sample Health Plan paid on the claim' }),
    undefined,
    undefined,
  ]);
  expect(toldAll(atVisit(2_500), atVisit(-1_037))).toEqual([expect.anything(), undefined]);
});
