/** Asking for a trial of an account, and reading how far it has come. */
import type { Trial } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectClearinghouse, EXAMPLE_CONNECTION } from '../../practice/index.ts';
import { problemOf, startTestApp, type TestApp, type TestDevice } from '../test-app.ts';

let server: TestApp;
let admin: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  admin = await server.pair('admin');
});
afterEach(() => server.close());

const read = async () =>
  (await (await server.request('GET', '/connections/main/trial', { device: admin })).json()) as Trial | null;
const ask = () => server.request('POST', '/connections/main/trial', { device: admin });

test('an admin asks for one, which is then under way and on record', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  expect(await read()).toBeNull();
  const asked = await ask();
  expect(asked.status).toBe(202);
  expect(await read()).toEqual(await asked.json());
  expect(await read()).toMatchObject({ outcome: 'waiting', steps: [{ kind: 'asked' }] });
  const again = await ask();
  expect(again.status).toBe(409);
  expect((await problemOf(again)).detail).toContain('on its way already');
});

test('without an account there is nothing to try', async () => {
  const refused = await ask();
  expect(refused.status).toBe(404);
});
