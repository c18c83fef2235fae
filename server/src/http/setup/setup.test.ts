import { SetupFacts } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
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
    isSeedList: false,
    enrollments: { yours: 0, waiting: 0, done: 0, notKnown: 0, waitingSince: null },
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

test('an enrollment that was sent waits since then, and is done once it is approved', async () => {
  await server.setUpPractice();
  const { billingProvider, payers } = EXAMPLE_PRACTICE;
  const path = `/enrollments/eft/${payers[0]?.payerId}/${billingProvider.npi}`;
  const put = (body: object) => server.request('PUT', path, { device: admin, body });
  const sent = await put({ state: 'sent', sentOn: '2026-11-20', over: null });
  expect((await facts()).enrollments).toEqual({
    yours: 0,
    waiting: 1,
    done: 0,
    notKnown: 1,
    waitingSince: '2026-11-20',
  });
  const { changedAt } = (await sent.json()) as { changedAt: string };
  await put({ state: 'approved', sentOn: '2026-11-20', answeredOn: '2026-11-21', over: changedAt });
  expect((await facts()).enrollments).toEqual({
    yours: 0,
    waiting: 0,
    done: 1,
    notKnown: 1,
    waitingSince: null,
  });
});
