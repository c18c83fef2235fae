import { afterEach, beforeEach, expect, test } from 'vitest';
import { problemOf, startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

test('GET /session says who the device is', async () => {
  const device = await server.pair('clinician');
  const response = await server.request('GET', '/session', { device });
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    deviceId: device.deviceId,
    deviceName: 'TEST clinician',
    role: 'clinician',
    practiceName: 'TEST PRACTICE',
  });
});

test('a token that was never given out is refused with a sentence that says what to do', async () => {
  const device = { deviceId: 'none', token: `cs_${'A'.repeat(43)}` };
  const response = await server.request('GET', '/session', { device });
  expect(response.status).toBe(401);
  expect(await problemOf(response)).toMatchObject({
    code: 'not-paired',
    detail: 'This browser is not paired with the practice. Pair it with a code.',
  });
});
