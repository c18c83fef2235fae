import { afterEach, beforeEach, expect, test } from 'vitest';
import { WATCHES } from '../../operations/watch/checks.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

test('GET /health tells a stranger that this is a Claimside server, and which watchdogs need a person, and nothing else', async () => {
  const response = await server.request('GET', '/health');
  expect(response.status).toBe(200);
  expect(await response.json()).toEqual({
    service: 'claimside',
    status: 'ok',
    watches: Object.keys(WATCHES).map((name) => ({ name, needsPerson: false })),
  });
});
