/** A store from before the worklists, or from before a change of settings, is brought up to date once, beside other work. */
import type { ClaimDetail } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from './http/test-app.ts';
import { billing, keyed } from './http/testing-bill.ts';
import { EXAMPLE_PRACTICE } from './practice/index.ts';
import { appendToJournal, entriesOfClaim } from './store/journal.ts';
import { ACCOUNTS } from './store/ledger-accounts.ts';
import { forgetWorklists, listAllItems } from './store/testing-worklists.ts';
import { staleWorklists } from './store/worklists-upkeep.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

async function rejected(visit: string): Promise<string> {
  const sent = { device: admin, body: billing(visit), headers: keyed(visit) };
  const { id } = (await (await server.request('POST', '/claims', sent)).json()) as ClaimDetail;
  await server.fact(id, { type: 'payer-rejected', codes: [], message: 'TEST' });
  return id;
}

const items = () => listAllItems(server.scope);
const forget = () => server.store.transaction((db) => forgetWorklists({ ...server.scope, db }));

test('claims from before stand on their lists after the first start, and a second start has nothing to do', async () => {
  for (const visit of ['01', '02', '03']) await rejected(visit);
  const before = await items();
  expect(before.map(({ list }) => list)).toEqual(Array(3).fill(['needs-you', 'rejected']).flat());
  await forget();
  expect(await items()).toEqual([]);
  await server.worklists.run();
  expect(await items()).toEqual(before);
  expect(await staleWorklists(server.scope)).toBeNull();
});

test('what other rules had made of a claim`s money is mended in the ledger by an entry of its own', async () => {
  const id = await rejected('01');
  const balances = async () => {
    const { entries } = await entriesOfClaim(server.scope, id);
    return Object.values(ACCOUNTS).map((account) =>
      entries.reduce((sum, entry) => sum + (entry.account === account ? entry.amount : 0), 0),
    );
  };
  const before = await balances();
  const posting = (account: string, amount: number) => ({ account, amount: cents(amount), claimAccount: id });
  await server.store.transaction(async (db) => {
    const { transactions } = await entriesOfClaim({ ...server.scope, db }, id);
    await appendToJournal(
      { ...server.scope, db },
      { kind: 'payment', at: server.runtime.now(), source: { kind: 'system' } },
      `claim:${id}:${transactions + 1}`,
      [posting(ACCOUNTS.contractual, 3_000), posting(ACCOUNTS.payerReceivable, -3_000)],
    );
  });
  expect(await balances()).not.toEqual(before);
  await forget();
  await server.worklists.run();
  expect(await balances()).toEqual(before);
});

test('more claims than one step takes are all brought up to date', async () => {
  for (let visit = 1; visit <= 45; visit += 1) await rejected(String(visit).padStart(2, '0'));
  const before = await items();
  await forget();
  await server.worklists.run();
  expect(await items()).toEqual(before);
  expect(before).toHaveLength(90);
});

test('stopped half way, it is begun anew at the next start', async () => {
  await rejected('01');
  await forget();
  const [stopped] = [server.worklists.run(), server.worklists.stop()];
  await stopped;
  expect(await staleWorklists(server.scope)).not.toBeNull();
});

test('a filing limit that an admin writes down gives the rejected claims their deadline', async () => {
  await rejected('01');
  await server.worklists.run();
  expect((await items()).map(({ deadline }) => deadline)).toEqual(['2027-05-15', '2027-05-15']);
  const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, timelyFilingDays: 90 }));
  const put = await server.request('PUT', '/practice', {
    device: admin,
    body: { ...EXAMPLE_PRACTICE, payers },
  });
  expect(put.status).toBe(200);
  await server.worklists.run();
  expect((await items()).map(({ deadline }) => deadline)).toEqual(['2027-02-14', '2027-02-14']);
});
