import { expect, test } from 'vitest';
import { toldBy } from './date-order.ts';
import { dateIn } from './normalise/visit.ts';

test('a number above twelve tells the day', () => {
  expect(toldBy('seen 16/11/2026, born 02/01/1980')).toEqual(['dmy']);
  expect(toldBy('11/16/2026')).toEqual(['mdy']);
  expect(toldBy('02/01/1980 and 2026-11-16 and 555-20-1999')).toEqual([]);
});

test('a date that could be two days is sure only where the page tells its order', () => {
  expect(dateIn('02/01/1980', undefined)).toEqual({ value: '1980-02-01', isSure: false });
  expect(dateIn('02/01/1980', 'dmy')).toEqual({ value: '1980-01-02', isSure: true });
  expect(dateIn('02/01/1980', 'mdy')).toEqual({ value: '1980-02-01', isSure: true });
});

test('a date that can be only one day needs no order, and contradicts one that it is not written in', () => {
  expect(dateIn('16/11/2026', undefined)).toEqual({ value: '2026-11-16', isSure: true });
  expect(dateIn('05/05/2026', undefined)).toEqual({ value: '2026-05-05', isSure: true });
  expect(dateIn('16/11/2026', 'mdy')).toEqual({ value: '2026-11-16', isSure: false });
});
