import { expect, test } from 'vitest';
import { cents, type IsoDate, type UtcInstant } from '../values/index.ts';
import type { ClaimEvent, ClaimFact } from './index.ts';
import { standingActs, takenBackParts, type WrittenDown } from './written-down.ts';

const paid = (amount: number): WrittenDown => ({
  type: 'patient-paid',
  amount: cents(amount),
  paidOn: '2026-11-20' as IsoDate,
  method: 'cash',
});
const letGo = (amount: number, of: 'payer' | 'patient'): WrittenDown => ({
  type: 'written-off',
  of,
  amount: cents(amount),
  reason: 'other',
});

/** Each a second after the one before. */
const written = (...facts: readonly ClaimFact[]): ClaimEvent[] =>
  facts.map((fact, place) => ({
    id: String(place),
    at: `2026-11-20T10:00:0${place}.000Z` as UtcInstant,
    source: { kind: 'person', deviceId: 'd' },
    fact,
  }));

const leftOf = (events: readonly ClaimEvent[]) =>
  Object.fromEntries([...standingActs(events)].map(([id, act]) => [id, act.left]));

/** How much of each still stands, by its place. */
const left = (...facts: readonly ClaimFact[]) => leftOf(written(...facts));

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

test('of several claims of an account, whichever of them it was written down on', () => {
  const [first, second, back] = written(paid(2_500), paid(2_500), paid(-2_500));
  if (!first || !second || !back) throw new Error('three were written down');
  expect(leftOf([first, back, second])).toEqual({ 0: 2_500 });
});

test.each([
  ['as large as one', -1_000, { 1: 1_000 }],
  ['a part', -300, { 2: 300 }],
  ['more than one', -2_700, { 2: 2_500, 1: 200 }],
])('what is taken back, %s, is told by what it goes against', (_what, amount, parts) => {
  const events = written(paid(500), paid(1_000), paid(2_500), letGo(9_000, 'payer'));
  expect(Object.fromEntries(takenBackParts(events, paid(amount)))).toEqual(parts);
});
