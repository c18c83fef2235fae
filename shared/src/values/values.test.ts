import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  cents,
  daysBetween,
  formatMoney,
  type IsoDate,
  isIsoDate,
  isNpi,
  latestDateOnEarth,
  parseDate,
  parseMoney,
  type UtcInstant,
  yearsBetween,
} from './index.ts';

describe('money', () => {
  test.each([
    ['$1,234.50', 123450],
    ['185', 18500],
    ['12.5', 1250],
    ['.5', 50],
    ['5.', 500],
    ['(12.00)', -1200],
    ['-$3.07', -307],
    ['$421', 42100],
  ])('%s is read as %i cents', (text, expected) => {
    expect(parseMoney(text)).toBe(expected);
  });

  test.each(['', '.', '$', '1.234', '1,23', '12 34', '12.00 USD', '(12', '1e3', '99214-25'])(
    '%j is not money',
    (text) => {
      expect(parseMoney(text)).toBeUndefined();
    },
  );

  test('every amount survives writing and reading', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), (amount) => {
        expect(parseMoney(formatMoney(cents(amount)))).toBe(amount);
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2026-11-16', '2026-11-16'],
    ['11/16/2026', '2026-11-16'],
    ['Nov 16, 2026', '2026-11-16'],
    ['16-Nov-2026', '2026-11-16'],
    ['2026-11-16T15:00:00', '2026-11-16'],
    ['2026-11-16T15:00:00.250Z', '2026-11-16'],
    ['11/16/2026 2:00 PM', '2026-11-16'],
    ['Nov 16, 2026, 2:00 PM', '2026-11-16'],
  ])('%s is read as %s', (text, expected) => {
    expect(parseDate(text)).toBe(expected);
  });

  test('the order of day and month is said by the caller, never guessed', () => {
    expect(parseDate('03/04/2026', false)).toBe('2026-03-04');
    expect(parseDate('03/04/2026', true)).toBe('2026-04-03');
    expect(parseDate('16/11/2026', false)).toBeUndefined();
  });

  test.each(['11/16/26', '2026-02-30', '1978-04-12 (048Y)', 'Patient since 11/22/2026', ''])(
    '%j is refused',
    (text) => {
      expect(parseDate(text)).toBeUndefined();
    },
  );

  test('29 February exists in leap years only', () => {
    expect(isIsoDate('2024-02-29')).toBe(true);
    expect(isIsoDate('1900-02-29')).toBe(false);
  });
});

describe('the latest date on earth', () => {
  test.each([
    ['2026-11-15T09:59:59.999Z', '2026-11-15'],
    ['2026-11-15T10:00:00.000Z', '2026-11-16'],
    ['2026-12-31T22:30:00.000Z', '2027-01-01'],
  ])('at %s is %s', (now, date) => {
    expect(latestDateOnEarth(now as UtcInstant)).toBe(date);
  });
});

describe('time between dates', () => {
  const day = (text: string) => text as IsoDate;

  test.each([
    ['2026-11-16', '2026-11-16', 0],
    ['2024-02-28', '2024-03-01', 2],
    ['2026-03-01', '2026-02-28', -1],
    ['2025-11-16', '2026-11-16', 365],
  ])('from %s to %s are %i days', (from, to, days) => {
    expect(daysBetween(day(from), day(to))).toBe(days);
  });

  test('a year of age is complete on the birthday, not before', () => {
    expect(yearsBetween(day('1978-04-12'), day('2026-04-11'))).toBe(47);
    expect(yearsBetween(day('1978-04-12'), day('2026-04-12'))).toBe(48);
  });
});

describe('NPI', () => {
  test('a valid check digit is accepted, every other last digit refused', () => {
    const good = [...'0123456789'].filter((digit) => isNpi(`123456789${digit}`));
    expect(good).toEqual(['3']);
  });

  test.each(['123456789', '12345678931', '3234567893', '12345 7893'])('%s is not an NPI', (text) => {
    expect(isNpi(text)).toBe(false);
  });
});
