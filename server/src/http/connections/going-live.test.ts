/** A practice bills a few visits as a test, then its account turns live: the tests stand for nothing, and each visit can be billed for real. */
import type { ClaimDetail, ClaimList, Connections, SetupFacts } from '@claimside/shared/api';
import { cents, type IsoDate } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectClearinghouse, EXAMPLE_CONNECTION } from '../../practice/index.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'TEST');
});
afterEach(() => server.close());

const bill = (visit: string, press = visit) =>
  server.request('POST', '/claims', { device: admin, body: billing(visit), headers: keyed(press) });
const billed = async (visit: string): Promise<string> =>
  ((await (await bill(visit)).json()) as ClaimDetail).id;
const get = async <Body>(path: string) =>
  (await (await server.request('GET', path, { device: admin })).json()) as Body;
const claim = (id: string) => get<ClaimDetail>(`/claims/${id}`);
const listed = async (list: string) =>
  (await get<ClaimList>(`/claims?list=${list}`)).claims.map(({ id }) => id);

async function goLive(): Promise<void> {
  const settings = { ...EXAMPLE_CONNECTION, mode: 'live' };
  const answer = await server.request('PUT', '/connections/main', { device: admin, body: { settings } });
  expect(answer.status).toBe(200);
  const [main] = ((await answer.json()) as Connections).connections;
  expect(main).toMatchObject({ settings: { mode: 'live' }, status: { claimsWaiting: 0 } });
}

/** Sent as a test and paid in part. */
async function tested(visit: string): Promise<string> {
  const id = await billed(visit);
  await server.fileWaiting(`TEST ${id}`, 'sent', { mode: 'test' });
  await server.fact(id, { type: 'sent', outboundFileId: `TEST ${id}`, fileName: 'TEST' });
  await server.fact(id, {
    type: 'payment',
    payment: {
      paymentKey: 'k',
      contentHash: 'h',
      checkNumber: 'CHK1',
      paymentDate: '2026-11-19' as IsoDate,
      payerName: 'EXAMPLE HEALTH PLAN',
      claimStatusCode: '1',
      payerClaimControlNumber: 'P1',
      charge: cents(18_500),
      paid: cents(12_000),
      adjustments: [{ group: 'PR', reason: '1', amount: cents(6_500) }],
    },
  });
  return id;
}

test('a visit that was billed as a test is billed for real; what came of the test is found, and on no list or statement', async () => {
  const id = await tested('01');
  expect(await listed('patient-balance')).toEqual([id]);
  expect((await bill('01', 'again')).status).toBe(409);
  await goLive();
  expect(await claim(id)).toMatchObject({ isClosed: true, status: 'partly-paid' });
  expect(await listed('patient-balance')).toEqual([]);
  expect(await listed('all')).toEqual([id]);

  const real = await bill('01', 'for-real');
  expect(real.status).toBe(201);
  const { id: realId } = (await real.json()) as ClaimDetail;
  await server.fileWaiting(`LIVE ${realId}`, 'sent', { mode: 'live' });
  await server.fact(realId, { type: 'sent', outboundFileId: `LIVE ${realId}`, fileName: 'LIVE' });
  const { blocks } = await get<{ blocks: unknown[] }>(`/claims/${realId}/statement`);
  expect(JSON.stringify(blocks)).toContain('You owe nothing now.');
  expect((await bill('01', 'twice')).status).toBe(409);
});

test('what waits to leave as a test is taken back', async () => {
  const id = await billed('02');
  await goLive();
  expect(await claim(id)).toMatchObject({ status: 'closed' });
  expect((await bill('02', 'for-real')).status).toBe(201);
});

test('no first of the way to the first payment is a test', async () => {
  await tested('03');
  expect((await get<SetupFacts>('/setup')).firstPaymentOn).not.toBeNull();
  await goLive();
  expect(await get<SetupFacts>('/setup')).toMatchObject({
    firstAcceptedAt: null,
    claimWaitsSince: null,
    firstPaymentOn: null,
  });
});
