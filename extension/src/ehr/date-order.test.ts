import { expect, test } from 'vitest';
import { orderTold, toldBy } from './date-order.ts';
import { dateIn } from './normalise/visit.ts';
import { VOCABULARY } from './vocabulary.ts';

const orders = (text: string) => toldBy(text).map(({ order }) => order);

test('a number above twelve tells the day', () => {
  expect(orders('seen 16/11/2026, born 02/01/1980')).toEqual(['dmy']);
  expect(orders('11/16/2026')).toEqual(['mdy']);
  expect(orders('02/01/1980 and 2026-11-16 and 555-20-1999')).toEqual([]);
});

test.each([
  // What the page's dates are, what product or language say, the order.
  [['16/11/2026'], undefined, 'dmy'],
  [['DOB: 16/11/1978 (48Y)'], undefined, 'dmy'],
  [['MRI of 15.10.2026 was normal'], undefined, undefined],
  [['11/16/2026', 'MRI of 15.10.2026 was normal'], undefined, undefined],
  [['MRI of 15.10.2026 was normal'], 'mdy', undefined],
  [['25-11-2026'], 'mdy', undefined],
  [['16/11/2026', '16/11/2026'], 'mdy', undefined],
  [['16/11/2026', '23/04/1978'], 'mdy', 'dmy'],
  [['11/16/2026'], 'mdy', 'mdy'],
  [['2026-11-16'], 'mdy', 'mdy'],
] as const)('of a page with %j that should write %s, dates are read as %s', (texts, expected, order) =>
  expect(orderTold(texts.flatMap(toldBy), expected)).toBe(order),
);

test('a date that could be two days is sure only where the page tells its order', () => {
  expect(dateIn('02/01/1980', undefined, VOCABULARY)).toEqual({ value: '1980-02-01', isSure: false });
  expect(dateIn('02/01/1980', 'dmy', VOCABULARY)).toEqual({ value: '1980-01-02', isSure: true });
  expect(dateIn('02/01/1980', 'mdy', VOCABULARY)).toEqual({ value: '1980-02-01', isSure: true });
});

test('a date that can be only one day needs no order, and contradicts one that it is not written in', () => {
  expect(dateIn('16/11/2026', undefined, VOCABULARY)).toEqual({ value: '2026-11-16', isSure: true });
  expect(dateIn('05/05/2026', undefined, VOCABULARY)).toEqual({ value: '2026-05-05', isSure: true });
  expect(dateIn('16/11/2026', 'mdy', VOCABULARY)).toEqual({ value: '2026-11-16', isSure: false });
});
