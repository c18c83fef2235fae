/** A replacement that is decided as the first claim was: the payer takes back and pays the same amount, under the replacement's number. */
import { expect, test } from 'vitest';
import type { IsoDate, UtcInstant } from '../values/index.ts';
import { type ClaimEvent, type ClaimFact, type ClaimPaymentFact, type FollowUp, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment, queued, sent, withPayer } from './testing.ts';

const told = (fact: ClaimFact, change: Partial<ClaimPaymentFact>): ClaimFact =>
  fact.type === 'payment' ? { type: 'payment', payment: { ...fact.payment, ...change } } : fact;
const PARTS = [adjust('CO', '45', 2_000)];
const first = payment(8_000, PARTS, '1', 'first');
const back = (paymentDate: string, payerClaimControlNumber: string) =>
  told(payment(-8_000, [adjust('CO', '45', -2_000)], '22', 'back'), {
    paymentDate: paymentDate as IsoDate,
    payerClaimControlNumber,
  });
const again = told(payment(8_000, PARTS, '1', 'again'), {
  paymentDate: '2026-12-10' as IsoDate,
  payerClaimControlNumber: 'P2',
});

function foldedAs(how: FollowUp, before: readonly ClaimFact[], own: readonly ClaimFact[]) {
  const followed: ClaimFact = { type: 'followed', how, claimId: 'C2', patientControlNumber: 'C2' };
  const at = (minute: number) => `2026-12-10T10:${String(10 + minute)}:00.000Z` as UtcInstant;
  const earlier = events(queued, sent, ...before, followed).map((event) => ({
    ...event,
    id: `1-${event.id}`,
  }));
  const mine: ClaimEvent[] = events(queued, sent, withPayer, ...own).map((event, minute) => ({
    ...event,
    id: `2-${event.id}`,
    at: at(minute),
  }));
  return [mine, mine.toReversed()].map((each) => foldClaim(CHARGE, each, earlier));
}

test.each([
  ['2026-12-10', 'P1'],
  ['2026-12-10', 'P2'],
  ['2026-12-05', 'P1'],
  ['2026-12-05', 'P2'],
])('the first payment is taken back on %s, under %s: the claim is paid, by its own number', (day, number) => {
  for (const own of [
    [back(day, number), again],
    [again, back(day, number)],
  ])
    for (const state of foldedAs('replacement', [first], own))
      expect(state).toMatchObject({
        status: 'paid',
        payerClaimControlNumber: 'P2',
        money: { paid: 8_000, contractual: 2_000, open: 0 },
      });
});

test('it goes by the first payment, and says nothing as long as that is not known', () => {
  const [last] = foldedAs('replacement', [first], [back('2026-12-10', 'P2'), again]);
  expect(last?.carried.map(({ id }) => id)).toEqual(['1-2']);
  // Until then nobody knows what the reversal takes back.
  for (const state of foldedAs('replacement', [], [back('2026-12-10', 'P2'), again]))
    expect(state.status).toBe('reversed');
});

test('taken back and not paid again, it is reversed', () => {
  for (const state of foldedAs('replacement', [first], [back('2026-12-10', 'P2')]))
    expect(state).toMatchObject({ status: 'reversed', money: { paid: 0, open: 10_000 } });
});

test('the next insurance takes nothing of the first one back', () => {
  for (const state of foldedAs('next-payer', [first], [back('2026-12-10', 'P2'), again]))
    expect(state.carried).toEqual([]);
});
