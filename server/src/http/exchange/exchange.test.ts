import type { ExchangeStatus } from '@claimside/shared/api';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { connectClearinghouse, EXAMPLE_CONNECTION } from '../../practice/index.ts';
import { findConnection, setConnectionState } from '../../store/connections.ts';
import { startTestApp, type TestApp, type TestDevice } from '../test-app.ts';
import { billing, keyed } from '../testing-bill.ts';

let server: TestApp;
let clinician: TestDevice;
beforeEach(async () => {
  server = await startTestApp();
  await server.setUpPractice();
  clinician = await server.pair('clinician');
});
afterEach(() => server.close());

const status = async () =>
  (await (await server.request('GET', '/exchange', { device: clinician })).json()) as ExchangeStatus;

test('without a clearinghouse it says so, and how many claims wait', async () => {
  await server.request('POST', '/claims', { device: clinician, body: billing(), headers: keyed('a') });
  expect(await status()).toEqual({
    id: 'main',
    others: [],
    clearinghouse: '',
    mode: 'test',
    state: 'not-set-up',
    watches: [],
    message:
      'No clearinghouse is set up yet: claims wait here. An admin sets one up in Options, or with claimside clearinghouse set.',
    since: '2026-11-20T12:00:00.000Z',
    lastContactAt: null,
    claimsWaiting: 1,
    filesNeedingPerson: 0,
    nextTryAt: null,
    notices: [],
  });
});

test('with one it names it, its mode, and the sentence for the person', async () => {
  await connectClearinghouse(server, null, EXAMPLE_CONNECTION, 'not a password');
  expect(await status()).toMatchObject({
    clearinghouse: 'Office Ally',
    mode: 'test',
    state: 'ok',
    message: '',
  });
  server.moveClock(1_000);
  const version = (await findConnection(server.scope))?.version ?? 'no account';
  await server.store.transaction((db) =>
    setConnectionState(
      { db, practiceId: server.practiceId },
      {
        id: 'main',
        version,
        state: 'unreachable',
        message: 'TEST SENTENCE.',
        failedLogins: 0,
        at: server.runtime.now(),
        contact: false,
      },
    ),
  );
  expect(await status()).toMatchObject({
    state: 'unreachable',
    message: 'TEST SENTENCE.',
    since: '2026-11-20T12:00:01.000Z',
  });
});
