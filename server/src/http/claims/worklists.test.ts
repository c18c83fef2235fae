/** What asks for a person comes in order, page by page, filtered, and leaves the list when it is done. */
import type { ClaimDetail, ClaimList, ClaimSearch } from '@claimside/shared/api';
import type { Claim } from '@claimside/shared/claim';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { appendFacts } from '../../store/claim-events.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, CLAIM, keyed } from '../testing-bill.ts';

let server: TestApp;
let biller: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  const payers = EXAMPLE_PRACTICE.payers.map((payer) => ({ ...payer, timelyFilingDays: 90 }));
  await server.setUpPractice(server.practiceId, { ...EXAMPLE_PRACTICE, payers });
  biller = await server.pair('biller');
});
afterEach(() => server.close());

async function bill(visit: string, charge: number, changes: Partial<Claim> = {}): Promise<string> {
  const [line] = CLAIM.serviceLines;
  if (!line) throw new Error('the example has no line');
  const claim = { ...CLAIM, serviceLines: [{ ...line, chargeAmount: cents(charge) }], ...changes };
  const sent = { device: biller, body: billing(visit, claim), headers: keyed(visit) };
  return ((await (await server.request('POST', '/claims', sent)).json()) as ClaimDetail).id;
}

async function ask(query: ClaimSearch): Promise<ClaimList> {
  const response = await server.request('POST', '/claims/search', { device: biller, body: query });
  expect(response.status).toBe(200);
  return (await response.json()) as ClaimList;
}
const ids = async (query: ClaimSearch) => (await ask(query)).claims.map(({ id }) => id);

const REJECTED: ClaimFact = { type: 'payer-rejected', codes: [], message: 'TEST' };
const DENIED: ClaimFact = {
  type: 'payment',
  payment: {
    paymentKey: 'k',
    contentHash: 'h',
    checkNumber: 'CHK0000777',
    paymentDate: '2026-11-18' as IsoDate,
    payerName: 'EXAMPLE HEALTH PLAN',
    claimStatusCode: '4',
    payerClaimControlNumber: 'TESTICN777',
    charge: cents(10_000),
    paid: cents(0),
    adjustments: [{ group: 'CO', reason: '29', amount: cents(10_000) }],
  },
};
const assign = (id: string, deviceId: string | null) =>
  server.request('PUT', `/claims/${id}/assignee`, { device: biller, body: { deviceId } });

test('the most money first, page by page, none twice and none left out; each row says what is at stake and until when', async () => {
  const made: string[] = [];
  for (const [visit, charge] of [
    ['01', 10_000],
    ['02', 40_000],
    ['03', 20_000],
    ['04', 20_000],
    ['05', 5_000],
  ] as const) {
    const id = await bill(visit, charge);
    await server.fact(id, REJECTED);
    made.push(id);
  }
  const [a, b, c, d, e] = made;
  const first = await ask({ list: 'rejected', limit: 2 });
  expect(first.claims[0]).toMatchObject({
    id: b,
    status: 'rejected-by-payer',
    place: { list: 'rejected', amount: 40_000, deadline: '2027-02-14', since: '2026-11-20T12:00:00.000Z' },
  });
  const second = await ask({ list: 'rejected', limit: 2, cursor: first.next ?? '' });
  const third = await ask({ list: 'rejected', limit: 2, cursor: second.next ?? '' });
  const all = [first, second, third].flatMap(({ claims }) => claims.map(({ id }) => id));
  expect(all).toEqual([b, ...[c, d].sort().reverse(), a, e]);
  expect(third.next).toBeNull();
  expect(first.counts).toMatchObject({ 'needs-you': 5, rejected: 5, denied: 0, all: 5 });
});

test('a service of two weeks before weighs as much as twice the money', async () => {
  const [line] = CLAIM.serviceLines;
  if (!line) throw new Error('the example has no line');
  const older = { ...line, chargeAmount: cents(15_000), serviceDate: '2026-11-02' as IsoDate };
  const recent = await bill('01', 20_000);
  const old = await bill('02', 0, { serviceLines: [older] });
  for (const id of [recent, old]) await server.fact(id, REJECTED);
  expect(await ids({ list: 'rejected' })).toEqual([old, recent]);
});

test('filters: payer, who has it, how much is at stake, until when', async () => {
  const small = await bill('01', 10_000);
  const large = await bill('02', 40_000);
  for (const id of [small, large]) await server.fact(id, REJECTED);
  expect((await assign(small, biller.deviceId)).status).toBe(200);
  const list = 'rejected';
  expect(await ids({ list, assignee: 'mine' })).toEqual([small]);
  expect(await ids({ list, assignee: biller.deviceId })).toEqual([small]);
  expect(await ids({ list, assignee: 'nobody' })).toEqual([large]);
  expect(await ids({ list, minimumAmount: cents(20_000) })).toEqual([large]);
  expect(await ids({ list, payerName: CLAIM.coverage.payerName })).toEqual([large, small]);
  expect(await ids({ list, payerName: 'ANOTHER PAYER' })).toEqual([]);
  expect(await ids({ list, deadlineBy: '2027-02-13' as IsoDate })).toEqual([]);
  expect(await ids({ list, deadlineBy: '2027-02-14' as IsoDate })).toEqual([large, small]);
  expect(await ids({ list: 'all', assignee: 'mine' })).toEqual([small]);
});

test('who has a claim stays so when more is learnt of it', async () => {
  const id = await bill('01', 10_000);
  await assign(id, biller.deviceId);
  await server.fact(id, REJECTED);
  expect(await ids({ list: 'rejected', assignee: 'mine' })).toEqual([id]);
  await assign(id, null);
  expect(await ids({ list: 'rejected', assignee: 'mine' })).toEqual([]);
});

test.each([
  ['the payer`s number', 'TESTICN777'],
  ['the check', 'CHK0000777'],
  ['the amount', '100.00'],
  ['the patient', 'tester'],
])('a denied claim is found by %s, on its list and among all', async (_what, search) => {
  const id = await bill('01', 10_000);
  await bill('02', 20_000, { patient: { ...CLAIM.patient, lastName: 'SAMPLE' } });
  await server.fact(id, DENIED);
  expect(await ids({ list: 'denied', search })).toEqual([id]);
  expect(await ids({ list: 'all', search })).toEqual([id]);
  expect(await ids({ list: 'paid', search })).toEqual([]);
});

test('a claim that a person closed is on no list, and comes back when it is opened again', async () => {
  const id = await bill('01', 10_000);
  await server.fact(id, DENIED);
  expect(await ids({ list: 'denied' })).toEqual([id]);
  await server.fact(id, { type: 'closed', reason: 'TEST' });
  expect((await ask({ list: 'denied' })).counts).toMatchObject({ 'needs-you': 0, denied: 0, all: 1 });
  await server.fact(id, { type: 'reopened' });
  expect(await ids({ list: 'denied' })).toEqual([id]);
});

test('what a transaction that fails had learnt is on no list either', async () => {
  const id = await bill('01', 10_000);
  const failing = server.store.transaction(async (db) => {
    const at = server.runtime.now();
    const fact = { at, source: { kind: 'system' } as const, fact: REJECTED, dedupeKey: 'k' };
    await appendFacts({ ...server.scope, db }, id, [fact]);
    throw new Error('broken');
  });
  await expect(failing).rejects.toThrow('broken');
  expect(await ids({ list: 'rejected' })).toEqual([]);
});
