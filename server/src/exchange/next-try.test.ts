/** What people are told of a connection beside its state: when it is tried again, and whose clock is wrong. */
import { err } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { findConnection, setNextTry } from '../store/connections.ts';
import { connectSftp } from './sftp-transport.ts';
import { PRACTICE, settingsFor, testPractice, testSandbox } from './testing.ts';

test('after trouble it is told when the next try is, and no more once all is well', async () => {
  const sandbox = await testSandbox();
  let isDown = true;
  const practice = await testPractice({
    connect: async (target, signal) =>
      isDown
        ? err({ kind: 'unreachable', phase: 'connect', code: 'ECONNREFUSED' })
        : connectSftp(target, signal),
  });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  const { state, nextTryAt } = await practice.exchange();
  expect(state).toBe('unreachable');
  expect(Date.parse(nextTryAt ?? '')).toBeGreaterThan(Date.parse(practice.runtime.now()));
  isDown = false;
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'ok', nextTryAt: null });
});

test('what another process told of the next try ends too, once a round of this one went well', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  await practice.store.transaction((db) =>
    setNextTry({ db, practiceId: PRACTICE }, 'main', practice.runtime.now()),
  );
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'ok', nextTryAt: null });
});

test('a round that ends with an error of ours tells when it is tried again', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice({ connect: () => Promise.reject(new Error('a fault of ours')) });
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  const { state, nextTryAt } = await practice.exchange();
  expect(state).toBe('trouble');
  expect(Date.parse(nextTryAt ?? '')).toBeGreaterThan(Date.parse(practice.runtime.now()));
});

test.each(['direct', 'rename'] as const)(
  '%s: an upload tells how far our clock is from that of the clearinghouse',
  async (uploadMode) => {
    const sandbox = await testSandbox();
    const practice = await testPractice();
    await practice.connect(settingsFor(sandbox, { overrides: { uploadMode } }), sandbox.password);
    expect((await findConnection(practice.scope))?.clockAhead).toBeNull();
    await practice.bill('C000000001', 'SILENT1');
    await practice.worker.runOnce();
    // The clearinghouse goes by this machine's clock, the practice by that of the test.
    const ahead = Date.parse(practice.runtime.now()) - Date.now();
    const told = (await findConnection(practice.scope))?.clockAhead ?? Number.NaN;
    expect(Math.abs(told - ahead)).toBeLessThan(300_000);
  },
);
