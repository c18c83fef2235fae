import type { PairingCode, Session } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

test('POST /pairing-codes gives an admin a code that pairs one browser with the chosen role for ten minutes', async () => {
  const admin = await server.pair('admin');
  const response = await server.request('POST', '/pairing-codes', {
    device: admin,
    body: { role: 'biller' },
  });
  expect(response.status).toBe(201);
  const made = (await response.json()) as PairingCode;
  expect(made).toEqual({ code: made.code, role: 'biller', expiresAt: '2026-11-20T12:10:00.000Z' });
  const paired = await server.request('POST', '/pairing', { body: { code: made.code, deviceName: 'TEST' } });
  const device = (await paired.json()) as TestDevice;
  const session = await server.request('GET', '/session', { device });
  expect(((await session.json()) as Session).role).toBe('biller');
});

test('a role that does not exist is refused', async () => {
  const admin = await server.pair('admin');
  const response = await server.request('POST', '/pairing-codes', { device: admin, body: { role: 'owner' } });
  expect(response.status).toBe(400);
  expect((await problemOf(response)).findings).toMatchObject([
    { path: 'json.role', message: 'must be one of clinician, biller, admin' },
  ]);
});
