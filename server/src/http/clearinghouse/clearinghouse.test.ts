import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXAMPLE_CONNECTION } from '../../practice/index.ts';
import { saveConnection } from '../../store/connections.ts';
import { startTestApp, type TestApp } from '../test-app.ts';

let server: TestApp;
beforeEach(async () => {
  server = await startTestApp();
});
afterEach(() => server.close());

const factsFor = async (practice?: string) => {
  const device = await server.pair('clinician', practice);
  return (await server.request('GET', '/clearinghouse', { device })).json();
};

test('a clinician learns by which form of payer id the practice’s own clearinghouse routes, and nothing of the account', async () => {
  expect(await factsFor()).toBeNull();
  await saveConnection(server.scope, {
    settings: EXAMPLE_CONNECTION,
    sealedSecret: 'SEALED',
    passwordSince: null,
    at: server.runtime.now(),
  });
  expect(await factsFor()).toEqual({ payerIdPattern: '^[A-Z0-9]{5}$' });
  expect(await factsFor(await server.addPractice('OTHER TEST PRACTICE'))).toBeNull();
});
