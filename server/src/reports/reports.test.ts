/** The figures of a practice that were worked out by hand, from a real store; see `testing.ts` for its visits. */
import type { Report } from '@claimside/shared/api';
import { eq } from 'drizzle-orm';
import readXlsx from 'read-excel-file/node';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../http/test-app.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION } from '../practice/index.ts';
import { claims, counters, reportAccounts } from '../store/schema.ts';
import { billVisits } from './testing.ts';

let server: TestApp;
let biller: TestDevice;
let visits: Awaited<ReturnType<typeof billVisits>>;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  biller = await server.pair('biller');
  const body = Buffer.from('Code,Price,Contract TEST1\n99214,185.00,120.00\n');
  const admin = await server.pair('admin');
  expect((await server.request('POST', '/fee-schedule?import=true', { device: admin, body })).status).toBe(
    201,
  );
  await connectClearinghouse(server, null, { ...EXAMPLE_CONNECTION, mode: 'live' }, 'TEST');
  visits = await billVisits(server);
});
afterEach(() => server.close());

const ask = (query = '', path = '/reports') => server.request('GET', `${path}${query}`, { device: biller });
const report = async (query = '') => (await (await ask(query)).json()) as Report;

test('seven visits count: not the test, the one taken back before it was sent, nor the one cancelled at the payer', async () => {
  const { total, isTestOnly, from, to } = await report();
  expect({ isTestOnly, from, to }).toEqual({ isTestOnly: false, from: '2025-11-01', to: '2026-11-21' });
  expect(total).toMatchObject({
    accounts: 7,
    charges: 129_500,
    paid: 44_000,
    patientPaid: 0,
    // 20.00 of a patient, 40.00 at the second insurance, 185.00 with the payer, 185.00 rejected.
    receivable: 43_000,
    acceptedAtOnce: { count: 5, of: 7 },
    paidAtOnce: { count: 2, of: 5 },
    denied: { count: 2, of: 5 },
    daysToFile: { median: 1, ninthTenth: 2, of: 7 },
    daysToDecision: { median: 20, ninthTenth: 26, of: 5 },
    // Five times 120.00; 120.00, 120.00, 120.00, 100.00 and nothing came of it.
    expected: 60_000,
    allowed: 46_000,
    // The patient of the first visit has not paid the 20.00 that are allowed.
    collected: 44_000,
    underContract: 5,
  });
});

test('what is owed today: by its age, in days of charges since the first visit', async () => {
  const { owed } = await report();
  expect(owed).toMatchObject({
    accounts: 4,
    amount: 43_000,
    insurance: [4_000, 0, 18_500, 0, 18_500],
    patient: [0, 2_000, 0, 0, 0],
    agingAccounts: [1, 1, 1, 0, 1],
  });
  expect(owed.daysInReceivables).toBeCloseTo(43_000 / (129_500 / 173), 6);
  // Of all accounts, whatever time is asked for.
  expect((await report('?from=2026-11-01&to=2026-11-20')).owed.amount).toBe(43_000);
});

test('denials by reason and payer, deadlines, and payers to ask after 30 business days', async () => {
  const { denialReasons, deadlines, followUps } = await report();
  const payers = [{ payerName: 'EXAMPLE HEALTH PLAN', accounts: 1, amount: 18_500 }];
  expect(denialReasons).toEqual([
    { group: 'CO', reason: '16', accounts: 1, amount: 18_500, payers },
    { group: 'CO', reason: '197', accounts: 1, amount: 18_500, payers },
  ]);
  expect(deadlines).toEqual([
    { kind: 'filing', span: 'month', accounts: 1, amount: 18_500, first: '2026-11-28' },
  ]);
  expect(followUps).toEqual([
    { payerName: 'OTHER PLAN', accounts: 1, amount: 18_500, waitsSince: '2026-09-02' },
  ]);
});

test('by payer, provider and month, each adding up to the whole, and only of the days asked for', async () => {
  const rows = async (query: string) =>
    (await report(query)).groups.map(({ key, name, accounts }) => [key, name, accounts]);
  expect(await rows('?by=payer')).toEqual([
    ['EXAMPLE HEALTH PLAN', 'EXAMPLE HEALTH PLAN', 6],
    ['OTHER PLAN', 'OTHER PLAN', 1],
  ]);
  expect(await rows('?by=provider')).toEqual([['1234567893', 'EXAMPLE FAMILY PRACTICE', 7]]);
  expect(await rows('?by=month')).toEqual([
    ['2026-06', '2026-06', 1],
    ['2026-09', '2026-09', 1],
    ['2026-10', '2026-10', 4],
    ['2026-11', '2026-11', 1],
  ]);
  expect(await rows('?by=month&from=2026-10-02&to=2026-10-05')).toEqual([['2026-10', '2026-10', 2]]);
});

test('today is what it is where the practice is', async () => {
  // 15:00 in UTC.
  expect((await report()).today).toBe('2026-11-20');
  const there = await report('?timeZone=Pacific/Kiritimati');
  expect([there.today, there.followUps[0]?.waitsSince]).toEqual(['2026-11-21', '2026-09-02']);
  expect((await ask('?timeZone=Springfield')).status).toBe(400);
});

test('narrowed to a payer or a provider every figure is of that one alone, and the choices stay', async () => {
  const whole = await report();
  const other = await report('?payer=OTHER%20PLAN');
  expect(other).toMatchObject({
    total: { accounts: 1, charges: 18_500, denied: { count: 0, of: 0 } },
    denialReasons: [],
    deadlines: [],
    followUps: whole.followUps,
    payers: ['EXAMPLE HEALTH PLAN', 'OTHER PLAN'],
    providers: [{ npi: '1234567893', name: 'EXAMPLE FAMILY PRACTICE' }],
  });
  expect(other.months.map(({ key }) => key)).toEqual(['2026-09']);
  const example = await report('?payer=EXAMPLE%20HEALTH%20PLAN');
  expect(other.owed.amount + example.owed.amount).toBe(whole.owed.amount);
  expect(example).toMatchObject({ deadlines: whole.deadlines, followUps: [] });
  expect(await report('?provider=1234567893')).toEqual(whole);
  expect((await report('?provider=1999999984')).total.accounts).toBe(0);
});

test('days in receivables of each payer and provider add up as what they owe does, and months have none', async () => {
  const whole = await report();
  const days = (groups: Report['groups']) => groups.map(({ daysInReceivables }) => daysInReceivables);
  expect(days((await report('?by=provider')).groups)).toEqual([whole.owed.daysInReceivables]);
  const owedByOther = (await report('?payer=OTHER%20PLAN')).owed;
  expect(days(whole.groups)[1]).toBeCloseTo(owedByOther.amount / (18_500 / 173), 6);
  expect(days(whole.months)).toEqual([null, null, null, null]);
});

test('more accounts than are read at once each count once, be they of one day', async () => {
  const [like] = await server.store.db
    .select()
    .from(reportAccounts)
    .where(eq(reportAccounts.claimId, visits.waiting));
  const [claim] = await server.store.db.select().from(claims).where(eq(claims.id, visits.waiting));
  if (!like || !claim) throw new Error('the claim that waits');
  await server.store.transaction(async (db) => {
    for (let number = 0; number < 2_300; number += 1) {
      const id = `many-${number}`;
      const servedOn = number < 1_500 ? '2026-09-01' : '2026-09-02';
      const keys = { id, idempotencyKey: id, patientControlNumber: id };
      await db.insert(claims).values({ ...claim, ...keys });
      await db.insert(reportAccounts).values({ ...like, claimId: id, servedOn });
    }
  });
  const { total, owed } = await report('?from=2026-09-01&to=2026-09-02');
  expect([total.accounts, total.charges]).toEqual([2_301, 2_301 * 18_500]);
  expect(owed.accounts).toBe(2_304);
});

test('of a time without visits nothing is said', async () => {
  const { total, groups, owed } = await report('?from=2025-01-01&to=2025-01-31');
  expect(total).toMatchObject({ accounts: 0, acceptedAtOnce: { count: 0, of: 0 }, daysToFile: null });
  expect([groups, owed.daysInReceivables]).toEqual([[], null]);
});

test('a practice that only tests counts its tests, and says so', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'TEST');
  expect(await report()).toMatchObject({ isTestOnly: true, total: { accounts: 8 } });
});

test('a claim that was taken back before it was sent gives the account back to the one that it followed', async () => {
  const { bill, takeBack, waiting } = visits;
  const follower = await bill({ served: '2026-09-01', follows: { claimId: waiting, how: 'replacement' } });
  expect((await report()).total.accounts).toBe(7);
  await takeBack(follower, waiting);
  expect((await report()).total).toMatchObject({ accounts: 7, receivable: 43_000 });
});

test('a store from before reports is brought up to date once, to the same rows', async () => {
  const rows = () => server.store.db.select().from(reportAccounts).orderBy(reportAccounts.claimId);
  const before = await rows();
  expect(before).toHaveLength(8);
  await server.store.transaction(async (db) => {
    await db.delete(reportAccounts);
    await db.delete(counters);
    // As claims were before they were found by who treated.
    await db.update(claims).set({ renderingNpi: '' });
  });
  await server.worklists.run();
  expect(await rows()).toEqual(before);
});

test('a contract that is brought later is expected of what was decided before', async () => {
  const body = Buffer.from('Code,Price,Contract TEST1\n99214,185.00,100.00\n');
  const admin = await server.pair('admin');
  await server.request('POST', '/fee-schedule?import=true', { device: admin, body });
  await server.worklists.run();
  expect((await report()).total.expected).toBe(50_000);
});

test('as CSV each table of the page is one file', async () => {
  const lines = async (table: string) =>
    (await (await ask(`?table=${table}`, '/reports/export')).text()).trim().split('\r\n');
  expect(await lines('denials')).toEqual([
    'Group,Reason,In words,Payer,Accounts,Amount',
    expect.stringMatching(/^CO,16,.+,EXAMPLE HEALTH PLAN,1,185\.00$/),
    expect.stringMatching(/^CO,197,.+,EXAMPLE HEALTH PLAN,1,185\.00$/),
  ]);
  expect(await lines('aging')).toEqual([
    'Days old on 2026-11-20,By insurances,By patients,Accounts',
    ...['0–30,40.00,0.00,1', '31–60,0.00,20.00,1', '61–90,185.00,0.00,1', '91–120,0.00,0.00,0'],
    'over 120,185.00,0.00,1',
  ]);
  expect((await lines('deadlines'))[1]).toBe('To file,Within 30 days,1,185.00,2026-11-28');
  expect((await lines('follow-ups'))[1]).toBe('OTHER PLAN,1,185.00,2026-09-02');
  expect((await lines('months')).map((line) => line.split(',')[0])).toEqual([
    'Month of service',
    '2026-06',
    '2026-09',
    '2026-10',
    '2026-11',
    'All',
  ]);
});

test('as Excel all of them are sheets of one file', async () => {
  const sheets = async (query: string) => {
    const answer = await ask(`?format=xlsx${query}`, '/reports/export');
    expect(answer.headers.get('content-disposition')).toContain('report-2025-11-01-2026-11-21.xlsx');
    return readXlsx(Buffer.from(await answer.arrayBuffer()));
  };
  const found = await sheets('');
  expect(found.map(({ sheet }) => sheet)).toEqual([
    'Report',
    'Months',
    'Denials',
    'Aging',
    'Deadlines',
    'To ask',
  ]);
  expect(found[5]?.data[1]).toEqual(['OTHER PLAN', '1', '185.00', '2026-09-02']);
  expect((await sheets('&by=month')).map(({ sheet }) => sheet)).not.toContain('Months');
});

test('as CSV: a row for each payer and one for all, no patient in it, and on record', async () => {
  const answer = await ask('?from=2026-10-01&to=2026-10-31', '/reports/export');
  expect(answer.headers.get('content-disposition')).toContain('report-rows-2026-10-01-2026-10-31.csv');
  const [headings = '', ...rows] = (await answer.text()).trim().split('\r\n');
  expect(headings.split(',').slice(0, 7)).toEqual([
    ...['Payer', 'Accounts', 'Charges', 'Paid by insurances', 'Paid by patients', 'Still owed'],
    'Accepted at once %',
  ]);
  expect(rows.map((row) => row.split(',').slice(0, 7).join())).toEqual([
    'EXAMPLE HEALTH PLAN,4,740.00,340.00,0.00,20.00,75.0',
    'All,4,740.00,340.00,0.00,20.00,75.0',
  ]);
  expect((await server.audited()).map(({ action }) => action)).toContain('report-exported');
  const none = await (await ask('?from=2025-01-01&to=2025-01-31', '/reports/export')).text();
  expect(none.trim().split('\r\n').at(-1)).toMatch(/^All,0,0.00,0.00,0.00,0.00,,0,,,0,,,,,,,,0,$/);
});

test('a file of a narrowed report says of whom alone it is: in its name, above each table and in the row of all', async () => {
  const query = '?from=2026-06-01&to=2026-11-20&payer=OTHER%20PLAN&provider=1234567893';
  const only = 'Only of payer OTHER PLAN and provider EXAMPLE FAMILY PRACTICE';
  const file = await ask(query, '/reports/export');
  expect(file.headers.get('content-disposition')).toContain(
    '"report-rows-2026-06-01-2026-11-20-payer-other-plan-provider-1234567893.csv"',
  );
  const lines = (await file.text()).trim().split('\r\n');
  expect([lines[0], lines[1]?.split(',')[0], lines.at(-1)?.split(',')[0]]).toEqual([
    only,
    'Payer',
    'All of payer OTHER PLAN and provider EXAMPLE FAMILY PRACTICE',
  ]);
  const book = await ask(`${query}&format=xlsx`, '/reports/export');
  expect(book.headers.get('content-disposition')).toContain('-payer-other-plan-provider-1234567893.xlsx');
  const sheets = await readXlsx(Buffer.from(await book.arrayBuffer()));
  expect(sheets.map(({ data }) => data[0]?.[0])).toEqual(sheets.map(() => only));
  const unknown = await (await ask('?table=aging&provider=1999999984', '/reports/export')).text();
  expect(unknown.split('\r\n')[0]).toBe('Only of provider NPI 1999999984');
});

test('days that are none, or the wrong way round, are refused', async () => {
  for (const query of ['?from=2026-02-30', '?from=2026-11-02&to=2026-11-01', '?by=patient'])
    expect((await ask(query)).status).toBe(400);
});
