/** Figures as people read them. */
import { expect, test } from 'vitest';
import { days, monthName, percent } from './words.ts';

test.each([
  [0, 0, undefined],
  [0, 5, '0 %'],
  [1, 500, 'under 1 %'],
  [93, 100, '93 %'],
  [499, 500, 'over 99 %'],
  [5, 5, '100 %'],
])('%i of %i is %s', (count, of, words) => {
  expect(percent({ count, of })).toBe(words);
});

test('days have a unit, months a year', () => {
  expect([days(1), days(1.5), days(0), monthName('2026-11')]).toEqual([
    '1 day',
    '1.5 days',
    '0 days',
    'Nov 2026',
  ]);
});
