/** Which of several decisions gives the payer's number (REF*F8), and what a later denial does to a share. */
import { expect, test } from 'vitest';
import type { IsoDate } from '../values/index.ts';
import { type ClaimFact, type ClaimPaymentFact, foldClaim } from './index.ts';
import { adjust, CHARGE, events, payment, queued, sent } from './testing.ts';

function decided(
  number: string,
  paid: number,
  adjustments: Parameters<typeof payment>[1],
  change: Partial<ClaimPaymentFact> = {},
): ClaimFact {
  const fact = payment(paid, adjustments, change.claimStatusCode ?? '1', number);
  if (fact.type !== 'payment') throw new Error('a payment');
  return { ...fact, payment: { ...fact.payment, payerClaimControlNumber: number, ...change } };
}
const folded = (...facts: ClaimFact[]) => foldClaim(CHARGE, events(queued, sent, ...facts));
const inBothOrders = (...facts: ClaimFact[]) => [folded(...facts), folded(...facts.toReversed())];
const later = { paymentDate: '2026-12-20' as IsoDate };

test('a later denial of a copy does not give its number to the claim that was paid', () => {
  const paid = decided('REAL1', 8_000, [adjust('CO', '45', 2_000)]);
  const copy = decided('DUP9', 0, [adjust('OA', '18', 10_000)], { claimStatusCode: '4', ...later });
  for (const state of inBothOrders(paid, copy))
    expect(state).toMatchObject({ status: 'paid', payerClaimControlNumber: 'REAL1' });
});

test('the payer that a claim was sent on to denies it under a number of its own', () => {
  const first = decided('PRIMARY1', 8_000, [adjust('PR', '2', 2_000)], { claimStatusCode: '19' });
  const second = decided('SECONDARY9', 0, [adjust('CO', '31', 10_000)], {
    claimStatusCode: '4',
    payerName: 'Second Health Plan',
    ...later,
  });
  for (const state of inBothOrders(first, second)) expect(state.payerClaimControlNumber).toBe('PRIMARY1');
});

test('what was taken back keeps the number under which it was', () => {
  const paid = decided('REAL1', 8_000, [adjust('CO', '45', 2_000)]);
  const back = decided('REAL1', -8_000, [adjust('CO', '45', -2_000)], { claimStatusCode: '22', ...later });
  expect(folded(paid, back)).toMatchObject({ status: 'reversed', payerClaimControlNumber: 'REAL1' });
});

test('a deductible that the payer denies on a later day is not billed to the patient any more', () => {
  const share = decided('P1', 0, [adjust('PR', '1', 10_000)]);
  const denial = decided('P2', 0, [adjust('CO', '27', 10_000)], { claimStatusCode: '4', ...later });
  for (const state of inBothOrders(share, denial))
    expect(state).toMatchObject({ status: 'denied', money: { patientResponsibility: 0, open: 10_000 } });
});

test('the denial of a copy takes no deductible away', () => {
  const share = decided('P1', 0, [adjust('PR', '1', 10_000)]);
  const copy = decided('DUP9', 0, [adjust('OA', '18', 10_000)], { claimStatusCode: '4', ...later });
  for (const state of inBothOrders(share, copy))
    expect(state).toMatchObject({ status: 'partly-paid', money: { patientResponsibility: 10_000, open: 0 } });
});
