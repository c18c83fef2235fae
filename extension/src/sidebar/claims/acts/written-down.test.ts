import type { ClaimEvent, ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { standingActs } from './written-down.ts';

const paid = (amount: number): ClaimFact => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-11-20' as IsoDate,
  method: 'cash',
});
const letGo = (amount: number, of: 'payer' | 'patient'): ClaimFact => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'other',
});

/** How much of each still stands, by its place. */
function left(...facts: readonly ClaimFact[]) {
  const events = facts.map(
    (fact, place): ClaimEvent => ({
      id: String(place),
      at: '2026-11-20T10:00:00.000Z' as UtcInstant,
      source: { kind: 'person', deviceId: 'd' },
      fact,
    }),
  );
  return Object.fromEntries([...standingActs(events)].map(([id, act]) => [id, act.left]));
}

test('what nobody took back stands', () => {
  expect(left(paid(2_500), letGo(1_000, 'payer'))).toEqual({ 0: 2_500, 1: 1_000 });
});

test('what was taken back goes against what is as large, though another came later', () => {
  expect(left(paid(2_500), paid(1_000), paid(-2_500))).toEqual({ 1: 1_000 });
});

test('a part is taken back from the last one', () => {
  expect(left(paid(2_500), paid(1_000), paid(-1_200))).toEqual({ 0: 2_300 });
});

test('what was let go at the payer, of the patient, and what was paid are kept apart', () => {
  expect(left(letGo(1_000, 'payer'), letGo(1_000, 'patient'), letGo(-1_000, 'payer'))).toEqual({ 1: 1_000 });
});
