import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, cents, daysBetween, type IsoDate } from '../values/index.ts';
import { urgencyOf } from './index.ts';

const TODAY = '2026-11-26' as IsoDate;

test('twice the money is as urgent as a deadline two weeks nearer', () => {
  expect(urgencyOf(cents(20_000), addDays(TODAY, 28))).toBe(urgencyOf(cents(10_000), addDays(TODAY, 14)));
});

test('more money first, and on the same money the nearer deadline', () => {
  expect(urgencyOf(cents(101), TODAY)).toBeGreaterThan(urgencyOf(cents(100), TODAY));
  expect(urgencyOf(cents(100), TODAY)).toBeGreaterThan(urgencyOf(cents(100), addDays(TODAY, 1)));
});

test('the order of two claims is that of money x 2^(-days left / 14), on whatever day it is looked at', () => {
  const one = fc.record({ amount: fc.integer({ min: 1, max: 10_000_000 }), days: fc.integer({ max: 365 }) });
  fc.assert(
    fc.property(
      fc
        .tuple(one, one)
        .map((pair) => pair.map(({ amount, days }) => ({ amount, days: Math.max(days, -60) }))),
      fc.integer({ min: 0, max: 400 }),
      ([a, b], later) => {
        if (!a || !b) return;
        const day = addDays(TODAY, later);
        const weight = ({ amount, days }: typeof a) =>
          Math.log2(amount) - daysBetween(day, addDays(TODAY, days)) / 14;
        const urgency = ({ amount, days }: typeof a) => urgencyOf(cents(amount), addDays(TODAY, days));
        if (Math.abs(weight(a) - weight(b)) < 1e-5) return;
        expect(urgency(a) > urgency(b)).toBe(weight(a) > weight(b));
      },
    ),
  );
});
