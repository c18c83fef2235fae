import { cents, type IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { amountText, readAmount, readDay } from './typed.ts';

test.each([
  ['25', 2_500],
  ['$1,025.50', 102_550],
])('%s is an amount', (typed, amount) => {
  expect(readAmount(typed)).toEqual({ ok: true, value: amount });
});

test.each(['', '0', '-5', 'all'])('"%s" is no amount', (typed) => {
  expect(readAmount(typed)).toEqual({ ok: false, error: 'Write an amount such as 25.00.' });
});

test('no more than there is', () => {
  expect(readAmount('25.01', cents(2_500))).toEqual({ ok: false, error: 'At most $25.00.' });
  expect(readAmount('25.00', cents(2_500)).ok).toBe(true);
});

test('a day that was, however it is written', () => {
  const today = '2026-11-30' as IsoDate;
  expect(readDay('11/30/2026', today)).toEqual({ ok: true, value: today });
  expect(readDay('2026-12-01', today)).toEqual({ ok: false, error: 'That day is still to come.' });
  expect(readDay('yesterday', today)).toEqual({ ok: false, error: 'Write a date such as 2026-11-30.' });
});

test('an amount in a field is one that can be read again', () => {
  expect(amountText(cents(123_456))).toBe('1234.56');
});
