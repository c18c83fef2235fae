import { SetupFacts } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const facts = async () =>
  SetupFacts.parse(await (await server.request('GET', '/setup', { device: admin })).json());

test('of a new practice nothing is there', async () => {
  expect(await facts()).toEqual({
    isPracticeTyped: false,
    providers: 0,
    locations: 0,
    payers: 0,
    payerListAt: null,
    accountAskedOn: null,
    connection: null,
    trial: null,
    clinicianSince: null,
    firstAcceptedAt: null,
    claimWaitsSince: null,
    firstPaymentOn: null,
  });
});

test('the practice, and a clinician until the browser is revoked', async () => {
  await server.setUpPractice();
  const clinician = await server.pair('clinician');
  expect(await facts()).toMatchObject({ isPracticeTyped: true, providers: 1, locations: 1, payers: 1 });
  expect((await facts()).clinicianSince).toEqual(expect.any(String));
  await server.request('DELETE', `/devices/${clinician.deviceId}`, { device: admin });
  expect((await facts()).clinicianSince).toBeNull();
});

test('the first claim waits from when it was sent until somebody has accepted it', async () => {
  await server.setUpPractice();
  const sent = { device: admin, body: billing('01'), headers: keyed('01') };
  const { id } = (await (await server.request('POST', '/claims', sent)).json()) as { id: string };
  expect(await facts()).toMatchObject({ claimWaitsSince: null, firstAcceptedAt: null });
  await server.fact(id, { type: 'sent', outboundFileId: 'f', fileName: 'OATEST_837P_1.txt' });
  expect(await facts()).toMatchObject({ claimWaitsSince: expect.any(String), firstAcceptedAt: null });
  await server.fact(id, { type: 'clearinghouse-accepted' });
  expect(await facts()).toMatchObject({ claimWaitsSince: null, firstAcceptedAt: expect.any(String) });
});
