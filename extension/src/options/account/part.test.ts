/** What is typed about the account at the clearinghouse can be true. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { readPart } from '../form/part.ts';
import { accountPart } from './part.ts';

const TODAY = '2026-11-20' as IsoDate;
const TYPED = {
  uses: 'another-system',
  userName: 'sampleclinic',
  email: 'billing@sample.example',
  earlierSystem: 'Other Billing',
  switchesOn: '2026-12-15',
  askedOn: '2026-11-20',
};
const problems = (change: Partial<typeof TYPED>, stored?: string) => {
  const practice = {
    ...EXAMPLE_PRACTICE,
    ...(stored && { accountRequest: { uses: 'another-system' as const, switchesOn: stored as IsoDate } }),
  };
  const read = readPart(accountPart(TODAY), { ...TYPED, ...change }, undefined, practice);
  return read.ok ? [] : Object.keys(read.error);
};

test.each([
  ['a change to come that was asked for today is right', {}, []],
  ['a change may be agreed for today', { switchesOn: TODAY }, []],
  ['an e-mail address without an @ is none', { email: 'not-an-email' }, ['email']],
  ['an e-mail address with a space is none', { email: 'a b@sample.example' }, ['email']],
  ['nobody has asked on a day to come', { askedOn: '2026-11-21' }, ['askedOn']],
  ['no change is agreed for a day before it was asked for', { switchesOn: '2026-01-01' }, ['switchesOn']],
  [
    'no change is agreed for a day that is over, where nothing says when it was asked for',
    { switchesOn: '2026-01-01', askedOn: '' },
    ['switchesOn'],
  ],
])('%s', (_, change, wrong) => {
  expect(problems(change)).toEqual(wrong);
});

test('a day of change that is over is right where it was asked for before it, and where it is stored', () => {
  expect(problems({ switchesOn: '2026-11-01', askedOn: '2026-10-20' })).toEqual([]);
  expect(problems({ switchesOn: '2026-11-01', askedOn: '' }, '2026-11-01')).toEqual([]);
});
