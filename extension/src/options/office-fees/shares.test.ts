/** What the plot of a month shows for each day. */
import { expect, test } from 'vitest';
import { sharesOf } from './shares.ts';

const day = (date: string, nonPar: number, par: number) => ({ date, nonPar, par, notKnown: 0 });

test('a day without claims keeps the share of the day before; none is shown before the first and after the last', () => {
  const { days, shares } = sharesOf([day('2026-02-02', 1, 1), day('2026-02-04', 1, 3)], '2026-02');
  expect(days).toHaveLength(28);
  expect(shares.slice(0, 5)).toEqual([null, 50, 50, 25, null]);
});

test('claims of which nothing is known have no share', () => {
  expect(sharesOf([{ ...day('2028-02-29', 0, 0), notKnown: 2 }], '2028-02').shares.at(-1)).toBeNull();
});
