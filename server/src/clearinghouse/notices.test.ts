import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { noticesOf, passwordReminder } from './notices.ts';
import { setCommand } from './routing.ts';

const day = (text: string) => text as IsoDate;
const profile = { name: 'Office Ally', startsOn: day('2026-12-01'), passwordDays: 90 };
const since = day('2026-09-01'); // its 90 days end on 2026-11-30
const remind = (
  today: string,
  changes: Partial<typeof profile> | { passwordDays: null } = {},
  from: IsoDate | null = since,
) => passwordReminder({ ...profile, ...changes }, from, day(today), setCommand());

test('until its first day it is said that nothing is sent', () => {
  expect(noticesOf(profile, day('2026-11-30'))).toEqual([
    expect.stringContaining('Nothing is sent to Office Ally before 2026-12-01'),
  ]);
  expect(noticesOf(profile, day('2026-12-01'))).toEqual([]);
});

test.each([
  ['2026-11-20', 'has to be changed after 90 days, about 2026-11-30'],
  ['2026-12-01', 'has to be changed after 90 days, since about 2026-11-30'],
])('on %s the password is spoken of', (today, words) => {
  expect(remind('2026-11-19')).toBeUndefined();
  expect(remind(today)).toContain(words);
});

test('a key, and a clearinghouse whose passwords last, bring no reminder', () => {
  expect(remind('2027-12-01', {}, null)).toBeUndefined();
  expect(remind('2027-12-01', { passwordDays: null })).toBeUndefined();
});
