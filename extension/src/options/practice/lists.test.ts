/** What changes of the practice's lists do, and do not overwrite. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import { expect, test } from 'vitest';
import { LOCATIONS, PAYERS, PROFILES, PROVIDERS, putItem } from './lists.ts';

const [tester] = EXAMPLE_PRACTICE.providers;
const [office] = EXAMPLE_PRACTICE.locations;
const [plan] = EXAMPLE_PRACTICE.payers;
if (!tester || !office || !plan) throw new Error('an empty example');

const withProfile = {
  ...EXAMPLE_PRACTICE,
  billingProfiles: [
    {
      name: 'Second office',
      billingProvider: EXAMPLE_PRACTICE.billingProvider,
      payerIds: [plan.payerId],
      locations: [office.name],
      renderingNpis: [],
    },
  ],
};

test('what another admin added meanwhile stays', () => {
  const now = { ...EXAMPLE_PRACTICE, payers: [plan, { ...plan, name: 'ADDED MEANWHILE' }] };
  const put = putItem(now, PROVIDERS, tester, { ...tester, ehrNames: [] });
  expect(put).toEqual({ ok: true, value: { ...now, providers: [{ ...tester, ehrNames: [] }] } });
});

test('of one that another admin changed or removed meanwhile, what it is now is told in place of overwriting it', () => {
  const theirs = { ...plan, timelyFilingDays: 90 };
  expect(putItem({ ...EXAMPLE_PRACTICE, payers: [theirs] }, PAYERS, plan, { ...plan, aliases: [] })).toEqual({
    ok: false,
    error: { kind: 'changed', now: theirs },
  });
  expect(putItem({ ...EXAMPLE_PRACTICE, payers: [] }, PAYERS, plan, undefined)).toEqual({
    ok: false,
    error: { kind: 'changed', now: undefined },
  });
});

test('no two are called the same; one payer ID under two names is two payers', () => {
  expect(putItem(EXAMPLE_PRACTICE, LOCATIONS, undefined, { ...office, name: 'MAIN OFFICE' })).toMatchObject({
    error: { kind: 'taken' },
  });
  expect(putItem(EXAMPLE_PRACTICE, PAYERS, undefined, { ...plan, name: 'EXAMPLE PPO' }).ok).toBe(true);
});

test('a profile follows a new name, and what it is for is not removed under it', () => {
  const renamed = putItem(withProfile, LOCATIONS, office, { ...office, name: 'North' });
  expect(renamed.ok && renamed.value.billingProfiles?.[0]?.locations).toEqual(['North']);
  expect(putItem(withProfile, PAYERS, plan, undefined)).toMatchObject({
    error: { kind: 'used', by: 'Second office' },
  });
  const [profile] = withProfile.billingProfiles;
  expect(putItem(withProfile, PROFILES, profile, undefined)).toMatchObject({
    value: { billingProfiles: [] },
  });
});
