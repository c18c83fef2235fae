/** A clearinghouse that has no room or breaks off: nothing is lost, and the next round goes on. */
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, testPractice, testSandbox } from './testing.ts';

test('a full disk over there leaves the file ready, and it goes out when there is room', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.diskFull = true;
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('a listing that breaks off loses nothing: the next round brings every answer', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await sandbox.idle();
  sandbox.faults.dropOnList = true;
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });
  sandbox.faults.clear();
  sandbox.faults.dropOnReadAfterBytes = 100;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('paid');
});

test('an attempt that sent no byte does not count: a file refused as seen before is no delivery', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.diskFull = true;
  await practice.worker.runOnce();
  const attempts = async () =>
    (await listOutboundFiles(practice.scope, ['ready', 'sent'])).map((file) => file.attempts);
  expect(await attempts()).toEqual([0]);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await attempts()).toEqual([1]);
});

test('by rename: the file appears under its final name only when it is whole', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { uploadMode: 'rename' } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['sending']);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('by rename: a copy that was left under a temporary name is taken away before the file is sent again', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { uploadMode: 'rename' } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnClose = true;
  await practice.worker.runOnce();
  const inbound = () => readdir(join(sandbox.dataDir, 'inbound'));
  expect(await inbound()).toEqual([expect.stringMatching(/\.part$/)]);
  // It is whole, and may be taken: nobody can take its claims back.
  expect(await practice.outboundStates()).toEqual(['sending']);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
  expect(await inbound()).toEqual([]);
  expect(await sandbox.received()).toHaveLength(1);
});

test('by rename: where the clearinghouse refuses to remove what a broken upload left, it is removed in a later round', async () => {
  const sandbox = await testSandbox();
  let refused = 0;
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const session = opened.value;
      const remove: typeof session.remove = async (...asked) => {
        if (refused > 0) return session.remove(...asked);
        refused++;
        return { ok: false, error: { kind: 'trouble', phase: 'write', code: '4' } };
      };
      return { ok: true, value: { ...session, remove } };
    },
  });
  const overrides = { uploadMode: 'rename', repeatsAreSafe: true } as const;
  await practice.connect(settingsFor(sandbox, { overrides }), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnClose = true;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(refused).toBe(1);
  expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
  expect(await readdir(join(sandbox.dataDir, 'inbound'))).toEqual([]);
});
