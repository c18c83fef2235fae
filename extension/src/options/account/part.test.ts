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
  [{}, []],
  [{ email: 'not-an-email' }, ['email']],
  [{ email: 'a b@sample.example' }, ['email']],
  [{ askedOn: '2026-11-21' }, ['askedOn']],
  [{ switchesOn: '2026-01-01' }, ['switchesOn']],
  [{ switchesOn: '2026-01-01', askedOn: '' }, ['switchesOn']],
  [{ switchesOn: TODAY }, []],
])('%o: %o', (change, wrong) => {
  expect(problems(change)).toEqual(wrong);
});

test('a day of change that is over is right where it was asked for before it, and where it is stored', () => {
  expect(problems({ switchesOn: '2026-11-01', askedOn: '2026-10-20' })).toEqual([]);
  expect(problems({ switchesOn: '2026-11-01', askedOn: '' }, '2026-11-01')).toEqual([]);
});
