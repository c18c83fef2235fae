import { SetupFacts } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

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
