/** What can go wrong between us and the clearinghouse: nothing is lost, nothing goes twice, and a sentence says what to do. */
import { readdir, readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, temporaryFolder, testPractice, testSandbox } from './testing.ts';
import type { ConnectTransport } from './transport.ts';

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

test('clearinghouse down: the claim waits in its frozen file, the state says so, and it goes out once it is back', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  await practice.connect({ ...settings, port: await closedPort() }, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');

  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'unreachable',
    message: expect.stringContaining('cannot be reached'),
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
  expect(await practice.status(claim)).toBe('queued');

  await practice.connect(settings, sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  await sandbox.idle();
  expect(await sandbox.received()).toHaveLength(1);
  expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '' });
});

test('a connection that ends before a word is said counts as unreachable', async () => {
  const sandbox = await testSandbox();
  sandbox.faults.dropAtConnect = true;
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({ state: 'unreachable' });
});

test('login refused: tried three times in all, then stopped until the password is set anew', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), 'wrong password');
  const claim = await practice.bill('C000000001', 'W1');

  await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'login-refused',
    message: expect.stringContaining('Check user name and password'),
  });
  for (let round = 0; round < 5; round += 1) await practice.worker.runOnce();
  expect(await practice.exchange()).toMatchObject({
    state: 'login-stopped',
    message: expect.stringContaining('stopped trying'),
  });
  expect(sandbox.authenticationAttempts).toBe(3);

  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('a changed host key gets no credential and sends nothing', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  await practice.bill('C000000001', 'W1');
  await sandbox.faults.swapHostKey();

  await practice.worker.runOnce();
  expect(sandbox.authenticationAttempts).toBe(0);
  expect(await practice.exchange()).toMatchObject({
    state: 'host-key-changed',
    message: expect.stringContaining('no password was sent'),
  });
  expect(await practice.outboundStates()).toEqual(['ready']);
});

test('without a pinned host key nothing connects', async () => {
  const sandbox = await testSandbox();
  const { host, port, username, password } = sandbox;
  const opened = await connectSftp({ host, port, username, secret: password, hostKeySha256: '' });
  expect(opened).toEqual({
    ok: false,
    error: { kind: 'host-key-changed', phase: 'connect', code: 'NO-PIN' },
  });
  expect(sandbox.authenticationAttempts).toBe(0);
});

test('a crash after the upload, before we noted it: after the restart the file is seen there and not sent again', async () => {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  let uploads = 0;
  const dying: ConnectTransport = async (target, signal) => {
    const opened = await connectSftp(target, signal);
    if (!opened.ok) return opened;
    const session = opened.value;
    return {
      ok: true,
      value: {
        ...session,
        async upload(...file: Parameters<typeof session.upload>) {
          uploads += 1;
          await session.upload(...file);
          throw new Error('the process ends here');
        },
      },
    };
  };
  // The clearinghouse leaves the file where it is for as long as the connection of the dead process lives.
  const before = await testPractice({ folder, connect: dying });
  await before.connect(settingsFor(sandbox), sandbox.password);
  const claim = await before.bill('C000000001', 'W1');
  await before.worker.runOnce();
  expect(uploads).toBe(1);
  expect(await before.outboundStates()).toEqual(['sending']);
  await before.worker.stop();

  const after = await testPractice({
    folder,
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const [file] = await sandboxFiles(sandbox.dataDir);
      return {
        ok: true,
        value: {
          ...opened.value,
          // Still in inbound, whole, as on a clearinghouse that picks up every few minutes.
          sizeOf: async () => ({ ok: true as const, value: file?.length }),
          upload: async () => {
            uploads += 1;
            return { ok: true as const, value: undefined };
          },
        },
      };
    },
  });
  await after.worker.runOnce();
  expect(uploads).toBe(1);
  expect(await after.status(claim)).toBe('sent');
  await sandbox.idle();
  expect(await sandbox.received()).toHaveLength(1);
});

/** Contents of what stands in inbound or was picked up. */
async function sandboxFiles(dataDir: string): Promise<Buffer[]> {
  const folders = ['inbound', 'archive'];
  const names = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(dataDir, folder), { recursive: true, withFileTypes: true }))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  return Promise.all(names.flat().map((name) => readFile(name)));
}

test('fate unknown: a file that was taken before we could look is never sent again, and the 999 settles it', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnClose = true;

  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['sending']);
  expect(await practice.exchange()).toMatchObject({ state: 'trouble' });

  await sandbox.idle();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'delivery-unknown', 'file-accepted']);
  expect(await practice.status(claim)).toBe('file-accepted');
  expect(await practice.outboundStates()).toEqual(['accepted']);
  expect(await sandbox.received()).toHaveLength(1);
});

test('a torn upload leaves the claim with a person, not with a second file', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'delivery-unknown']);
  expect(await practice.status(claim)).toBe('unknown');
});

test('where repeats are known to be safe, a torn upload is repeated with the same bytes under the same name', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox, { overrides: { repeatsAreSafe: true } });
  await practice.connect(settings, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
  await sandbox.idle();
  const [only, ...others] = await sandbox.received();
  expect(only).toMatchObject({ verdict: 'accepted', name: 'OATEST_837P_20261122_153000_000001.txt' });
  expect(others).toEqual([]);
});

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

test('a file frozen in test mode is held back once the connection is live', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox);
  await practice.connect({ ...settings, port: await closedPort() }, sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  await practice.worker.runOnce();
  await practice.connect({ ...settings, mode: 'live' }, sandbox.password);
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['held']);
  expect(await practice.status(claim)).toBe('unknown');
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);
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

test('by rename: the file appears under its final name only when it is whole', async () => {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox, { overrides: { uploadMode: 'rename' } }), sandbox.password);
  const claim = await practice.bill('C000000001', 'W1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  expect(await practice.outboundStates()).toEqual(['ready']);
  sandbox.faults.clear();
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});
