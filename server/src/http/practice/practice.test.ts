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

  describe('POST /practice/payer-names', () => {
    const [payer] = EXAMPLE_PRACTICE.payers;
    const chosen = { payerId: payer?.payerId ?? '', payerName: payer?.name ?? '' };
    const remember = async (name: string, change = {}) => {
      const device = await server.pair('clinician');
      const body = { ...chosen, name, ...change };
      const response = await server.request('POST', '/practice/payer-names', { device, body });
      return { device, status: response.status, body: await response.json() };
    };
    const namesOf = async () => {
      const read = await server.request('GET', '/practice', { device: admin });
      return ((await read.json()) as typeof EXAMPLE_PRACTICE).payers[0]?.aliases;
    };

    test('what a page calls the payer is kept with it, and it is on record by whom', async () => {
      await server.setUpPractice();
      const { device, body } = await remember('TEST HEALTH (PPO)');
      expect(body).toEqual({ isNew: true });
      expect(await namesOf()).toEqual([...(payer?.aliases ?? []), 'TEST HEALTH (PPO)']);
      expect(await server.audited()).toContainEqual(
        expect.objectContaining({
          action: 'payer-name-remembered',
          deviceId: device.deviceId,
          subject: chosen.payerId,
        }),
      );
    });

    test('a name that is known, for whichever payer, stays where it is', async () => {
      const other = { ...payer, payerId: 'TEST2', name: 'OTHER PLAN', aliases: ['OTHER, INC.'] };
      await server.setUpPractice(undefined, {
        ...EXAMPLE_PRACTICE,
        payers: [...EXAMPLE_PRACTICE.payers, other as (typeof EXAMPLE_PRACTICE.payers)[number]],
      });
      for (const known of ['other inc', 'Other Plan', chosen.payerName])
        expect((await remember(known)).body).toEqual({ isNew: false });
      expect(await namesOf()).toEqual(payer?.aliases);
    });

    test('a payer that the practice has not is not found', async () => {
      await server.setUpPractice();
      expect((await remember('TEST', { payerName: 'NOBODY' })).status).toBe(404);
    });
  });
});
