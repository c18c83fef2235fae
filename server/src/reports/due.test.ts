/** Whom a report says to ask, and whose deadlines it counts, is the insurance that has the claim now, whichever was billed first. */
import type { PracticePayer, Report } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../http/test-app.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { accepted, decided, OTHER, rejected, sent, visitsOf } from './testing.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
  await connectClearinghouse(server, null, { ...EXAMPLE_CONNECTION, mode: 'live' }, 'TEST');
});
afterEach(() => server.close());

const report = async (query = '') =>
  (await (await server.request('GET', `/reports${query}`, { device: biller })).json()) as Report;

/** As the only one that the practice has settings for. */
const knowPayer = (changes: Partial<PracticePayer>) =>
  server.setUpPractice(server.scope.practiceId, {
    ...EXAMPLE_PRACTICE,
    payers: EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, aliases: [], ...changes })),
  });

/** EXAMPLE HEALTH PLAN paid on 20 August; the next one has had the claim since `since`. */
async function billNext(since: string) {
  const { bill, learn } = visitsOf(server);
  const first = await bill({ served: '2026-08-01' });
  await learn(first, '2026-08-02', sent, accepted);
  await learn(first, '2026-08-20', decided('2026-08-20', 10_000, '1', 'CO 45 6500', 'PR 2 2000'));
  const next = await bill({
    served: '2026-08-01',
    payer: OTHER,
    rank: 'S',
    follows: { claimId: first, how: 'next-payer' },
  });
  await learn(next, since, sent);
  return { next, learn };
}

test('to ask is the insurance that has it, not the one before it, which has paid', async () => {
  await billNext('2026-08-25');
  const due = { payerName: 'OTHER PLAN', accounts: 1, amount: 2_000, waitsSince: '2026-08-25' };
  const whole = await report();
  expect(whole.followUps).toEqual([due]);
  expect((await report('?payer=OTHER%20PLAN')).followUps).toEqual([due]);
  expect((await report('?payer=EXAMPLE%20HEALTH%20PLAN')).followUps).toEqual([]);
  // Nobody could narrow the report to whom it says to ask.
  expect(whole.payers).toEqual(['EXAMPLE HEALTH PLAN', 'OTHER PLAN']);
});

test.each([
  ['the one that has it', 'OTHER PLAN', 0],
  ['the one before it alone', 'EXAMPLE HEALTH PLAN', 1],
])('45 days pass before somebody asks where %s gets paper', async (_who, name, asked) => {
  await knowPayer({ payerId: 'PAPER1', name, isPaperOnly: true });
  // 30 business days, and 42 days, before 20 November.
  await billNext('2026-10-09');
  expect((await report()).followUps.length).toBe(asked);
});

test('a deadline is of the payer that the claim is to be filed with, as on the worklist that the page links to', async () => {
  await knowPayer({ payerId: OTHER.payerId, name: OTHER.payerName, timelyFilingDays: 120 });
  const { next, learn } = await billNext('2026-08-25');
  await learn(next, '2026-08-26', rejected);
  const [{ deadlines }, narrowed, before] = await Promise.all([
    report(),
    report('?payer=OTHER%20PLAN'),
    report('?payer=EXAMPLE%20HEALTH%20PLAN'),
  ]);
  expect(deadlines).toHaveLength(1);
  expect([narrowed.deadlines, before.deadlines]).toEqual([deadlines, []]);
});
