import type { FollowUp } from '@claimside/shared/lifecycle';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findClaim } from '../store/claims.ts';
import { openTestStore, type TestStore } from '../store/testing.ts';
import { worklistsOfClaim } from '../store/worklists.ts';
import { CHARGE, check, paying, postingPractice } from './testing-posting.ts';

let tests: TestStore;
beforeAll(() => {
  tests = openTestStore();
});
afterAll(() => tests.close());

/** C000000001 was paid $200.00, and C000000002 corrects it so. */
async function corrected(how: FollowUp) {
  const practice = postingPractice(await tests.practice(), tests.store);
  const first = await practice.bill();
  await practice.learn(first, { type: 'sent', outboundFileId: 'f', fileName: 'F' });
  await practice.deliver(check('EFT1', [paying('C000000001', 20_000)]));
  const correction = await practice.bill(CHARGE, { claimId: first, how });
  await practice.learn(correction, { type: 'sent', outboundFileId: 'g', fileName: 'G' });
  return { practice, correction };
}

test.each(['C000000001', 'C000000002'])(
  'a void whose payer takes the money back under %s is cancelled: it is on no list, and nobody owes its charge',
  async (number) => {
    const { practice, correction } = await corrected('void');
    await practice.deliver(check('R1', [paying(number, -20_000)], [['FB', -20_000]]));
    expect((await findClaim(practice.scope, correction))?.summary.status).toBe('voided');
    expect(await worklistsOfClaim(practice.scope, correction)).toEqual([]);
    const balances = Object.entries(await practice.accounts());
    expect(
      balances.filter(([account, amount]) => /^(?:revenue|receivable)/.test(account) && amount !== 0),
    ).toEqual([]);
  },
);
