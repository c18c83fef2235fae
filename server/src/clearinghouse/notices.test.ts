import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { noticesOf } from './notices.ts';

const day = (text: string) => text as IsoDate;
const profile = { name: 'Office Ally', startsOn: day('2026-12-01'), passwordDays: 90 };
const since = day('2026-09-01'); // its 90 days end on 2026-11-30

test.each([
  ['2026-11-19', 1, 'Nothing is sent to Office Ally before 2026-12-01'],
  ['2026-11-20', 2, 'has to be changed after 90 days, about 2026-11-30'],
  ['2026-12-01', 1, 'has to be changed after 90 days, since about 2026-11-30'],
])('on %s there are %i notices', (today, count, words) => {
  const notices = noticesOf(profile, since, day(today));
  expect(notices).toHaveLength(count);
  expect(notices.at(-1)).toContain(words);
});

test('a key, and a clearinghouse whose passwords last, bring no reminder', () => {
  const started = { ...profile, startsOn: null };
  expect(noticesOf(started, null, day('2027-12-01'))).toEqual([]);
  expect(noticesOf({ ...started, passwordDays: null }, since, day('2027-12-01'))).toEqual([]);
});

test('of a further connection the command names it, else it would set the main one', () => {
  const [, reminder] = noticesOf({ ...profile, name: 'Work comp' }, since, day('2026-11-30'), 'Office Ally');
  expect(reminder).toContain('claimside clearinghouse set --connection "Work comp"');
});
