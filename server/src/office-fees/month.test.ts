/** A month's fee from stored claims, under both published readings and by dated amounts. */
import type { FeeSettings } from '@claimside/shared/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { monthOfFees } from './month.ts';
import { payingPractice, signs } from './testing.ts';

let all: TestStore;
beforeAll(() => {
  all = openTestStore();
});
afterAll(() => all.close());

/** Half until the end of 2025, two fifths from then on. */
const OWN: FeeSettings = {
  reading: null,
  amounts: [
    { from: '2026-01-01', threshold: 0.4, amount: 4_495, paperAmount: 50 },
    { from: '2024-03-15', threshold: 0.5, amount: 4_000, paperAmount: 45 },
  ],
};

test.each([
  // Claims, month, amounts: half, at most; any, at most.
  ['', '2026-11', 'published', [0, 0], [0, 0]],
  ['PPP', '2026-11', 'published', [0, 0], [0, 0]],
  ['PPN', '2026-11', 'published', [0, 0], [3_995, 3_995]],
  ['PN', '2026-11', 'published', [3_995, 3_995], [3_995, 3_995]],
  ['PN', '2022-12', 'published', [3_500, 3_500], [3_500, 3_500]],
  ['PN', '2019-01', 'published', [0, 0], [0, 0]],
  ['PP?', '2026-11', 'published', [0, 0], [0, 3_995]],
  ['P??', '2026-11', 'published', [0, 3_995], [0, 3_995]],
  ['PPPNN', '2026-11', 'own', [4_495, 4_495], [4_495, 4_495]],
  ['PPPNN', '2025-12', 'own', [0, 0], [4_000, 4_000]],
  ['PPPNN', '2024-03', 'own', [0, 0], [0, 0]],
  ['NN', '2024-04', 'own', [4_000, 4_000], [4_000, 4_000]],
] as const)('claims %s in %s by the %s amounts', async (sent, month, whose, half, any) => {
  const practice = await payingPractice(all);
  if (whose === 'own') await practice.charge(OWN);
  await practice.leave(signs(sent), `${month}-15`);
  const fees = await monthOfFees(practice.scope, month, 'UTC');
  const totals = (['half', 'any'] as const).map((reading) => fees?.readings[reading]);
  expect(totals.map((total) => [total?.fee, total?.feeAtMost])).toEqual([half, any]);
});

test('a month begins and ends where the practice is', async () => {
  const practice = await payingPractice(all);
  // Late in the evening of 31 October in Chicago, and after midnight there.
  await practice.leave(signs('N'), '2026-11-01', { time: '03:00' });
  await practice.leave(signs('P'), '2026-11-01', { time: '06:00' });
  // Late in the evening of 30 November there.
  await practice.leave(signs('P'), '2026-12-01', { time: '05:59' });
  const days = async (month: string, timeZone: string) =>
    (await monthOfFees(practice.scope, month, timeZone))?.groups.flatMap((group) =>
      group.days.map(({ date, par, nonPar }) => [date, par, nonPar]),
    );
  expect(await days('2026-11', 'America/Chicago')).toEqual([
    ['2026-11-01', 1, 0],
    ['2026-11-30', 2, 0],
  ]);
  expect(await days('2026-10', 'America/Chicago')).toEqual([['2026-10-31', 0, 1]]);
  expect(await days('2026-11', 'UTC')).toEqual([['2026-11-01', 1, 1]]);
});

test('counted are the claims of the month, by Tax ID and rendering else billing NPI, and the share goes from day to day', async () => {
  const practice = await payingPractice(all);
  await practice.leave(signs('N'), '2026-10-31');
  await practice.leave(signs('PP'), '2026-11-01');
  await practice.leave(signs('N'), '2026-11-30', { state: 'accepted' });
  await practice.leave(signs('N'), '2026-12-01');
  await practice.leave(signs('NN'), '2026-11-30', { state: 'rejected' });
  await practice.leave(signs('NN'), '2026-11-30', { isTrial: true });
  const renderingProvider = { lastName: 'TESTER', firstName: 'INGRID', npi: '1987654328' };
  await practice.leave(signs('N'), '2026-11-05', { claim: { renderingProvider } });
  await practice.queue('N', '2026-11-06');
  const fees = await monthOfFees(practice.scope, '2026-11', 'UTC');
  expect(fees?.groups).toMatchObject([
    {
      taxId: '123456789',
      npi: '1234567893',
      name: 'EXAMPLE FAMILY PRACTICE',
      par: 2,
      nonPar: 1,
      untilDue: 1,
      isDue: { half: 'not-due', any: 'due' },
      days: [
        { date: '2026-11-01', par: 2, nonPar: 0 },
        { date: '2026-11-30', par: 2, nonPar: 1 },
      ],
    },
    { npi: '1987654328', name: 'TESTER, INGRID', par: 0, nonPar: 1, untilDue: null, isDue: { half: 'due' } },
  ]);
  expect(fees?.readings).toEqual({
    half: { fee: 3_995, feeAtMost: 3_995 },
    any: { fee: 7_990, feeAtMost: 7_990 },
  });
  // The example's payer is marked as paper only.
  expect(fees).toMatchObject({ paperClaims: 2, paperCost: 90 });
});

test('a file of which it is not certain yet that it left counts by the day on which it was made', async () => {
  const practice = await payingPractice(all);
  await practice.leave(signs('N'), '2026-11-30', { state: 'unknown' });
  expect((await monthOfFees(practice.scope, '2026-11', 'UTC'))?.groups).toHaveLength(1);
});

test('without a payer list nobody knows who takes part; without a clearinghouse there is no fee', async () => {
  const practice = await payingPractice(all, false);
  await practice.leave(signs('PN'), '2026-11-15');
  expect(await monthOfFees(practice.scope, '2026-11', 'UTC')).toMatchObject({
    isListKnown: false,
    groups: [{ notKnown: 2, share: null, isDue: { half: 'possible', any: 'possible' } }],
  });
  expect(await monthOfFees((await all.practice()).scope, '2026-11', 'UTC')).toBeNull();
});
