import { expect, test } from 'vitest';
import type { IsoDate } from '../values/index.ts';
import { isValidOn, primaryOn } from './validity.ts';

const from2026 = { rank: 'P', validFrom: '2026-01-01' as IsoDate, validTo: '2026-12-31' as IsoDate } as const;

test('a coverage counts from its first day to its last, and always where nothing is said', () => {
  const days = ['2025-12-31', '2026-01-01', '2026-12-31', '2027-01-01'];
  expect(days.map((day) => isValidOn(from2026, day))).toEqual([false, true, true, false]);
  expect(isValidOn({}, '2026-01-01')).toBe(true);
});

test('only a primary coverage that counts on the day pays first', () => {
  expect(primaryOn([from2026], '2026-06-01')).toBe(from2026);
  expect(primaryOn([from2026, { rank: 'S' }], '2027-01-01')).toBeUndefined();
});
