import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../../practice/index.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

describe('/practice', () => {
  test('is null until it is set up', async () => {
    const response = await server.request('GET', '/practice', { device: admin });
    expect(response.status).toBe(200);
    expect(await response.json()).toBeNull();
  });

  test('an admin sets it, everyone reads it, the practice takes its name, and it is on record who did it', async () => {
    const put = await server.request('PUT', '/practice', { device: admin, body: EXAMPLE_PRACTICE });
    expect(put.status).toBe(200);
    const clinician = await server.pair('clinician');
    const read = await server.request('GET', '/practice', { device: clinician });
    expect(await read.json()).toEqual(EXAMPLE_PRACTICE);
    const session = await server.request('GET', '/session', { device: clinician });
    expect(await session.json()).toMatchObject({ practiceName: 'EXAMPLE FAMILY PRACTICE' });
    expect(await server.audited()).toContainEqual(
      expect.objectContaining({ action: 'practice-changed', deviceId: admin.deviceId }),
    );
  });

  test('a clinician may not set it', async () => {
    const device = await server.pair('clinician');
    const response = await server.request('PUT', '/practice', { device, body: EXAMPLE_PRACTICE });
    expect(response.status).toBe(403);
    expect((await problemOf(response)).code).toBe('role-too-low');
  });

  test('settings of the wrong shape are refused with the place, and the old ones stay', async () => {
    await server.setUpPractice();
    const billingProvider = { ...EXAMPLE_PRACTICE.billingProvider, npi: '1234567890' };
    const response = await server.request('PUT', '/practice', {
      device: admin,
      body: { ...EXAMPLE_PRACTICE, billingProvider },
    });
    expect(response.status).toBe(400);
    expect((await problemOf(response)).findings).toMatchObject([
      { path: 'json.billingProvider.npi', message: 'must be a 10-digit NPI with a valid check digit' },
    ]);
    expect(await (await server.request('GET', '/practice', { device: admin })).json()).toEqual(
      EXAMPLE_PRACTICE,
    );
  });

  test('of two admins at once the second is told, and neither loses anything', async () => {
    await server.setUpPractice();
    const seen = await server.request('GET', '/practice', { device: admin });
    const headers = { 'if-match': seen.headers.get('etag') ?? '' };
    const put = (name: string) =>
      server.request('PUT', '/practice', { device: admin, headers, body: { ...EXAMPLE_PRACTICE, name } });
    expect((await put('FIRST')).status).toBe(200);
    const second = await put('SECOND');
    expect(second.status).toBe(409);
    expect((await problemOf(second)).code).toBe('practice-changed-meanwhile');
    expect(await (await server.request('GET', '/practice', { device: admin })).json()).toMatchObject({
      name: 'FIRST',
    });
  });

  test("one practice never sees another's settings", async () => {
    await server.setUpPractice();
    const stranger = await server.pair('admin', await server.addPractice('OTHER TEST PRACTICE'));
    expect(await (await server.request('GET', '/practice', { device: stranger })).json()).toBeNull();
  });
});
