/** The agreed day of the change is the first day of the connection, unless a person says otherwise and hears of it. */
import type { Connections, PracticeSettings } from '@claimside/shared/api';
import { exampleClaim } from '@claimside/shared/examples';
import type { IsoDate } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { dayWarning } from './agreed-day.ts';
import { newAccount, withClearinghouse } from './fields.ts';

const AGREED = '2026-12-15' as IsoDate;
const TODAY = '2026-11-28';
const PRACTICE: PracticeSettings = {
  name: 'Sample Clinic',
  billingProvider: exampleClaim.billingProvider,
  accountRequest: { uses: 'another-system', earlierSystem: 'Old System', switchesOn: AGREED },
  providers: [],
  locations: [],
  payers: [],
};
const CLEARINGHOUSES: Connections = {
  connections: [],
  clearinghouses: [
    {
      profileId: 'office-ally',
      name: 'Office Ally',
      host: 'ftp10.officeally.com',
      port: 22,
      hasReceiverId: true,
    },
    {
      profileId: 'sandbox',
      name: 'Sandbox clearinghouse',
      host: '127.0.0.1',
      port: 2222,
      hasReceiverId: true,
    },
  ],
};

test('a new connection begins on the agreed day; the sandbox at once', () => {
  const begin = newAccount(CLEARINGHOUSES, PRACTICE);
  expect(begin.texts.startsOn).toBe(AGREED);
  expect(withClearinghouse(begin, 'sandbox').startsOn).toBe('');
  expect(withClearinghouse(begin, 'office-ally').startsOn).toBe(AGREED);
  const alone = { ...PRACTICE, accountRequest: { uses: 'nobody' as const, switchesOn: AGREED } };
  expect(newAccount(CLEARINGHOUSES, alone).texts.startsOn).toBe('');
});

test.each([
  ['no first day', undefined, 'claims would leave by both systems'],
  ['an earlier one', '2026-12-01', 'The first day here is 2026-12-01: claims would leave by both systems'],
  ['a later one', '2026-12-20', 'between the two days neither system sends'],
])('%s is warned of', (_, startsOn, words) => {
  expect(dayWarning(AGREED, { profileId: 'office-ally', startsOn }, TODAY)).toContain(words);
});

test.each([
  ['the agreed day', AGREED, { profileId: 'office-ally', startsOn: AGREED }, TODAY],
  ['none agreed', undefined, { profileId: 'office-ally' }, TODAY],
  ['the sandbox', AGREED, { profileId: 'sandbox' }, TODAY],
  ['what is over', AGREED, { profileId: 'office-ally', startsOn: '2026-12-01' }, '2026-12-16'],
])('%s brings no warning', (_, agreed, account, today) => {
  expect(dayWarning(agreed, account, today)).toBeUndefined();
});
