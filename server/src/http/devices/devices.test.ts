import type { Device } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admitDevice } from '../../access/index.ts';
import { holdDevices } from '../../store/devices.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

const DAY = 24 * 60 * 60_000;
let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const listed = async () =>
  (await (await server.request('GET', '/devices', { device: admin })).json()) as Device[];
const revoke = (id: string, device = admin) => server.request('DELETE', `/devices/${id}`, { device });

describe('/devices', () => {
  test('lists every device with role, times and which one asks; no token, no hash', async () => {
    server.moveClock(1);
    const clinician = await server.pair('clinician');
    expect(await listed()).toEqual([
      {
        id: admin.deviceId,
        name: 'TEST admin',
        role: 'admin',
        pairedAt: '2026-11-20T12:00:00.000Z',
        lastSeenAt: '2026-11-20T12:00:00.001Z',
        revokedAt: null,
        waitsSince: null,
        isThisDevice: true,
      },
      {
        id: clinician.deviceId,
        name: 'TEST clinician',
        role: 'clinician',
        pairedAt: '2026-11-20T12:00:00.001Z',
        lastSeenAt: null,
        revokedAt: null,
        waitsSince: null,
        isThisDevice: false,
      },
    ]);
  });

  test("a revoked device's next request is refused; the device stays listed with the time", async () => {
    const clinician = await server.pair('clinician');
    expect((await server.request('GET', '/session', { device: clinician })).status).toBe(200);
    expect((await revoke(clinician.deviceId)).status).toBe(204);
    expect((await server.request('GET', '/session', { device: clinician })).status).toBe(401);
    expect(await listed()).toContainEqual(
      expect.objectContaining({ id: clinician.deviceId, revokedAt: '2026-11-20T12:00:00.000Z' }),
    );
  });

  test('one that waits since the data was restored is told so, holds no stream, and is let in by an admin alone', async () => {
    const clinician = await server.pair('clinician');
    await server.store.transaction((db) =>
      holdDevices({ ...server.scope, db }, '2026-11-20T12:00:00.000Z' as UtcInstant),
    );
    const ask = () => server.request('GET', '/session', { device: clinician });
    const refused = await ask();
    expect(refused.status).toBe(403);
    expect(await problemOf(refused)).toMatchObject({
      code: 'device-waits',
      detail: expect.stringContaining('an admin has to let this browser in again'),
    });
    expect((await server.request('GET', '/events', { device: clinician })).status).toBe(403);
    const admit = (by: TestDevice) =>
      server.request('DELETE', `/devices/${clinician.deviceId}/wait`, { device: by });
    expect((await admit(admin)).status).toBe(403);
    await server.store.transaction((db) =>
      admitDevice(server.runtime, { ...server.scope, db }, admin.deviceId, null),
    );
    expect(await listed()).toContainEqual(
      expect.objectContaining({ id: clinician.deviceId, waitsSince: '2026-11-20T12:00:00.000Z' }),
    );
    expect((await admit(clinician)).status).toBe(403);
    expect((await admit(admin)).status).toBe(204);
    expect((await ask()).status).toBe(200);
    expect((await server.audited()).at(-1)).toMatchObject({
      action: 'device-admitted',
      subject: clinician.deviceId,
    });
  });

  test('revoking twice keeps the first time', async () => {
    const clinician = await server.pair('clinician');
    await revoke(clinician.deviceId);
    server.moveClock(60_000);
    expect((await revoke(clinician.deviceId)).status).toBe(204);
    expect(await listed()).toContainEqual(
      expect.objectContaining({ id: clinician.deviceId, revokedAt: '2026-11-20T12:00:00.000Z' }),
    );
  });

  test('an admin may revoke the own device', async () => {
    expect((await revoke(admin.deviceId)).status).toBe(204);
    expect((await server.request('GET', '/session', { device: admin })).status).toBe(401);
  });

  test.each(['clinician', 'biller'] as const)('a %s may unpair the own device and no other', async (role) => {
    const [own, other] = [await server.pair(role), await server.pair(role)];
    const refused = await revoke(other.deviceId, own);
    expect(refused.status).toBe(403);
    expect((await problemOf(refused)).code).toBe('role-too-low');
    expect((await revoke(own.deviceId, own)).status).toBe(204);
    const ask = async (device: TestDevice) => (await server.request('GET', '/session', { device })).status;
    expect([await ask(own), await ask(other)]).toEqual([401, 200]);
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'device-revoked', subject: own.deviceId, deviceId: own.deviceId }),
    );
  });

  test('a device of another practice is not there and stays as it is', async () => {
    const theirs = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    const response = await revoke(theirs.deviceId);
    expect(response.status).toBe(404);
    expect((await problemOf(response)).code).toBe('not-found');
    expect((await server.request('GET', '/session', { device: theirs })).status).toBe(200);
  });

  test('a browser that nobody used for 60 days has to be paired anew; one used now and then need not', async () => {
    const [used, unused] = [await server.pair('clinician'), await server.pair('clinician')];
    const ask = async (device: TestDevice) => (await server.request('GET', '/session', { device })).status;
    server.moveClock(59 * DAY);
    expect(await ask(used)).toBe(200);
    server.moveClock(DAY);
    expect([await ask(used), await ask(unused)]).toEqual([200, 401]);
  });

  test('a browser in daily use is paired anew after a year', async () => {
    const device = await server.pair('clinician');
    const statuses: number[] = [];
    for (let day = 1; day <= 366; day += 1) {
      server.moveClock(DAY);
      statuses.push((await server.request('GET', '/session', { device })).status);
    }
    expect(statuses.lastIndexOf(200)).toBe(364);
    expect(statuses[365]).toBe(401);
  });

  test('last seen moves on after five minutes, not at each request', async () => {
    await listed();
    server.moveClock(5 * 60_000 - 1);
    expect((await listed())[0]?.lastSeenAt).toBe('2026-11-20T12:00:00.000Z');
    server.moveClock(1);
    expect((await listed())[0]?.lastSeenAt).toBe('2026-11-20T12:05:00.000Z');
  });
});
