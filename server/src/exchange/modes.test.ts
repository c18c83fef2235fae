/** A claim of test mode never leaves in live mode, nor the other way round. */
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('a file frozen in test mode is held back once the connection is live', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  await practice.connect(settings, sandbox.password);
  sandbox.faults.dropAtConnect = true;
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.connect({ ...settings, mode: 'live' }, sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['held']);
  const [event] = (await listEvents(practice.scope, claim)).slice(-1);
  expect(event?.fact).toMatchObject({
    type: 'withheld',
    message: expect.stringContaining('made in test mode'),
  });
  expect(await practice.status(claim)).toBe('file-failed');
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);
});

test.each([
  ['test', 'live', 'while the account was in test mode'],
  ['live', 'test', 'while the account was in live mode'],
  [null, 'live', 'before a clearinghouse account was set up'],
] as const)('a claim billed in %s mode never leaves in %s mode', async (billedIn, mode, words) => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  if (billedIn) await practice.connect(settingsFor(sandbox, { mode: billedIn }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.connect(settingsFor(sandbox, { mode }), sandbox.password);
  const after = await practice.bill('C000000002', 'SILENT2');
  await practice.worker.runOnce();
  const [event] = (await listEvents(practice.scope, claim)).slice(-1);
  expect(event?.fact).toMatchObject({ type: 'withheld', message: expect.stringContaining(words) });
  expect(await practice.status(claim)).toBe('file-failed');
  expect(await practice.status(after)).toBe('sent');
  await sandbox.idle();
  expect((await sandbox.received()).map((file) => file.claims.length)).toEqual([1]);
});

test('a claim billed before there was an account leaves in test mode', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('in live mode the file leaves under a live name', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { mode: 'live' }), sandbox.password);
  await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(await sandbox.received()).toMatchObject([{ name: '837P_20261122_153000_000001.txt', test: false }]);
});
