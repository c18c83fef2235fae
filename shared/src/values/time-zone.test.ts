/** Days and their beginnings where somebody is. */
import { expect, test } from 'vitest';
import type { IsoDate, UtcInstant } from './dates.ts';
import { dateIn, isTimeZone, startOfDay } from './time-zone.ts';

test.each([
  ['UTC', '2026-12-01T03:00:00.000Z', '2026-12-01'],
  ['America/Chicago', '2026-12-01T03:00:00.000Z', '2026-11-30'],
  ['America/Chicago', '2026-12-01T06:00:00.000Z', '2026-12-01'],
  ['Pacific/Honolulu', '2026-12-01T09:59:59.999Z', '2026-11-30'],
  ['Pacific/Guam', '2026-11-30T14:00:00.000Z', '2026-12-01'],
])('in %s it is at %s the %s', (timeZone, now, date) => {
  expect(dateIn(timeZone, now as UtcInstant)).toBe(date);
});

test.each([
  ['UTC', '2026-11-01', '2026-11-01T00:00:00.000Z'],
  ['America/Chicago', '2026-12-01', '2026-12-01T06:00:00.000Z'],
  // The clock is put back during this day: it began by summer time.
  ['America/New_York', '2026-11-01', '2026-11-01T04:00:00.000Z'],
  ['America/New_York', '2026-11-02', '2026-11-02T05:00:00.000Z'],
  ['America/Phoenix', '2026-07-01', '2026-07-01T07:00:00.000Z'],
  ['Pacific/Guam', '2026-11-01', '2026-10-31T14:00:00.000Z'],
])('in %s the %s begins at %s', (timeZone, date, instant) => {
  expect(startOfDay(timeZone, date as IsoDate)).toBe(instant);
});

test('what is no time zone is known', () => {
  expect(['America/Chicago', 'UTC', 'Springfield', ''].map(isTimeZone)).toEqual([true, true, false, false]);
});
