/** What a claim would cost if it left now, in words. */

import { PUBLISHED_FEES } from '@claimside/shared/fees';
import type { UtcInstant } from '@claimside/shared/values';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { costOfNextClaim } from './next-claim.ts';
import { toAmounts } from './settings.ts';
import { payingPractice, signs } from './testing.ts';

let all: TestStore;
beforeAll(() => {
  all = openTestStore();
});
afterAll(() => all.close());

const NOW = '2026-11-20T12:00:00.000Z' as UtcInstant;
const claim = (payerId: string, payerName: string, npi = '1234567893') => ({
  ...{ payerId, payerName, claimFilingIndicator: 'CI' },
  ...{ taxId: '123456789', npi, timeZone: 'UTC' },
});
const NON_PAR = claim('NON01', 'N');

test('both readings are told where they differ, and one where it is known which holds', async () => {
  const practice = await payingPractice(all);
  await practice.leave(signs('PPPP'), '2026-11-02');
  await practice.leave(signs('N'), '2026-10-02');
  expect(await costOfNextClaim(practice.scope, NON_PAR, NOW)).toEqual({
    isTest: true,
    headline: 'This claim may cost $39.95 at Office Ally',
    sentences: [
      "If it charges by “Any claim”: It makes 1 of 5 claims of this provider this month go to payers that take no part: the month's fee of $39.95 becomes due.",
    ],
  });
  await practice.charge({ reading: 'half', amounts: PUBLISHED_FEES.map(toAmounts) });
  expect(await costOfNextClaim(practice.scope, NON_PAR, NOW)).toMatchObject({
    headline: null,
    sentences: [],
  });
  // Another provider begins the month.
  expect(await costOfNextClaim(practice.scope, claim('NON01', 'N', '1987654328'), NOW)).toMatchObject({
    headline: 'This claim costs $39.95 at Office Ally',
    sentences: [expect.stringMatching(/^It is this provider's first claim this month/)],
  });
});

test('claims that wait to leave count too', async () => {
  const practice = await payingPractice(all);
  await practice.queue('N', '2026-11-20');
  expect((await costOfNextClaim(practice.scope, NON_PAR, NOW)).headline).toBeNull();
});

test('paper is told with its price', async () => {
  const practice = await payingPractice(all);
  expect(await costOfNextClaim(practice.scope, claim('PAR01', 'P'), NOW)).toMatchObject({
    headline: 'This claim costs $0.45 at Office Ally',
    sentences: ['It leaves on paper: $0.45.'],
  });
});

test('a payer that is not on the list may bring the fee; without a list nothing is said', async () => {
  const odd = claim('ODD01', 'Odd');
  const [listed, unlisted] = [await payingPractice(all), await payingPractice(all, false)];
  expect((await costOfNextClaim(listed.scope, odd, NOW)).headline).toBe(
    "This claim may bring the month's fee at Office Ally",
  );
  expect((await costOfNextClaim(unlisted.scope, odd, NOW)).headline).toBeNull();
});

test('in the evening of the last day of a month it still is that month where the practice is', async () => {
  const practice = await payingPractice(all);
  await practice.leave(signs('PPPPPP'), '2026-11-15');
  const evening = '2026-12-01T03:00:00.000Z' as UtcInstant;
  const told = async (timeZone: string) =>
    (await costOfNextClaim(practice.scope, { ...NON_PAR, timeZone }, evening)).sentences.join(' ');
  expect(await told('America/Chicago')).toContain('If it charges by');
  expect(await told('UTC')).toContain('first claim this month');
  expect(await told('America/Chicago')).not.toBe(await told('UTC'));
});
