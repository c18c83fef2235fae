/** The same exchange against OpenSSH, so that nothing rests on one SFTP server's habits. Skipped where sshd is missing. */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { readHostKey } from './host-key.ts';
import { connectSftp } from './sftp-transport.ts';
import { testConnection } from './test-connection.ts';
import { dyingTransport, settingsFor, temporaryFolder, testPractice } from './testing.ts';
import { hasSshd, newKey, openSshd } from './testing-sshd.ts';

describe.skipIf(!hasSshd)('against OpenSSH', () => {
  test('the host key is read without a log-in and is the one the server has', async () => {
    const server = await startSshd();
    expect(await readHostKey(server.host, server.port)).toEqual({
      ok: true,
      value: { sha256: server.hostKeySha256, algorithm: 'ssh-rsa' },
    });
    expect(await server.afterHangUp()).not.toMatch(/Accepted|Failed|invalid user/);
  });

  test('a connection is tested by one log-in and a look at both folders', async () => {
    const server = await startSshd();
    await writeFile(join(server.files, 'outbound', 'waiting.txt'), 'x');
    expect(await testConnection(settingsFor(server), server.secret)).toEqual({
      ok: true,
      value: { inboundFiles: 0, outboundFiles: 1 },
    });
  });

  test.each(['direct', 'rename'] as const)(
    '%s: the file arrives whole under its name, and only it',
    async (mode) => {
      const server = await startSshd();
      const practice = await testPractice();
      await practice.connect(settingsFor(server, { overrides: { uploadMode: mode } }), server.secret);
      const claim = await practice.bill('C000000001', 'W1');
      await practice.worker.runOnce();
      expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
      expect(await readdir(join(server.files, 'inbound'))).toEqual([
        'OATEST_837P_20261122_153000_000001.txt',
      ]);
      const arrived = await readFile(join(server.files, 'inbound', 'OATEST_837P_20261122_153000_000001.txt'));
      expect(arrived.toString()).toMatch(/^ISA\*.*CLM\*C000000001\*.*IEA\*1\*000000001~$/s);
    },
  );

  test('a crash after the upload, the file still there: after the restart it is seen and not sent again', async () => {
    const server = await startSshd();
    const folder = await temporaryFolder();
    const before = await testPractice({
      folder,
      connect: dyingTransport((session, ...upload) => session.upload(...upload)),
    });
    await before.connect(settingsFor(server), server.secret);
    const claim = await before.bill('C000000001', 'W1');
    await before.worker.runOnce();
    expect(await before.facts(claim)).toEqual(['queued']);
    await before.worker.stop();

    // From here on any upload would fail the test: the transport has none.
    const after = await testPractice({
      folder,
      connect: dyingTransport(() => Promise.reject(new Error('sent again'))),
    });
    await after.worker.runOnce();
    expect(await after.outboundStates()).toEqual(['sent']);
    expect(await after.facts(claim)).toEqual(['queued', 'sent']);
  });

  test('a crash in the midst of an upload: half a file is there, and a person is told', async () => {
    const server = await startSshd();
    const folder = await temporaryFolder();
    const before = await testPractice({
      folder,
      connect: dyingTransport((session, inbound, name, bytes, ...how) =>
        session.upload(inbound, name, bytes.subarray(0, 500), ...how),
      ),
    });
    await before.connect(settingsFor(server), server.secret);
    const claim = await before.bill('C000000001', 'W1');
    await before.worker.runOnce();
    await before.worker.stop();

    const after = await testPractice({ folder });
    await after.worker.runOnce();
    await after.worker.runOnce();
    expect(await after.outboundStates()).toEqual(['unknown']);
    expect(await after.facts(claim)).toEqual(['queued', 'delivery-unknown']);
  });

  test('a refused key counts as a refused log-in', async () => {
    const server = await startSshd();
    const { secret: otherKey } = newKey();
    const opened = await connectSftp({ ...server, secret: otherKey });
    expect(opened).toEqual({
      ok: false,
      error: { kind: 'login-refused', phase: 'connect', code: 'AUTH' },
    });
  });

  test('another host key than the pinned one: the server sees no attempt to log in', async () => {
    const server = await startSshd();
    const opened = await connectSftp({ ...server, hostKeySha256: `SHA256:${'A'.repeat(43)}` });
    expect(opened.ok ? '' : opened.error.kind).toBe('host-key-changed');
    expect(await server.afterHangUp()).not.toMatch(/Accepted|Failed|invalid user/);
  });

  test.each([null, '.taken.txt.1.part'])(
    'a name that is taken is not written over, and that is told (temporary name: %s)',
    async (temporary) => {
      const server = await startSshd();
      await writeFile(join(server.files, 'inbound', 'taken.txt'), 'first');
      const opened = await connectSftp(server);
      if (!opened.ok) throw new Error(opened.error.code);
      const bytes = Buffer.from('second');
      const uploaded = await opened.value.upload('inbound', 'taken.txt', bytes, temporary, () => true);
      await opened.value.close();
      expect(uploaded).toEqual({ ok: false, error: { kind: 'trouble', phase: 'open', code: 'EXISTS' } });
      expect(await readFile(join(server.files, 'inbound', 'taken.txt'), 'utf8')).toBe('first');
      expect(await readdir(join(server.files, 'inbound'))).toEqual(['taken.txt']);
    },
  );

  test.each([null, '.x.txt.1.part'])(
    'a process that may not go on leaves no whole file behind (temporary name: %s)',
    async (temporary) => {
      const server = await startSshd();
      const opened = await connectSftp(server);
      if (!opened.ok) throw new Error(opened.error.code);
      let asked = 0;
      const bytes = Buffer.alloc(100_000, 'x');
      const uploaded = await opened.value.upload('inbound', 'x.txt', bytes, temporary, () => ++asked < 4);
      expect(uploaded.ok ? '' : uploaded.error.code).toBe('STOPPED');
      expect((await opened.value.sizeOf('inbound', 'x.txt')).ok).toBe(true);
      await opened.value.close();
      const whole = await readFile(join(server.files, 'inbound', 'x.txt')).catch(() => Buffer.alloc(0));
      expect(whole.length).toBeLessThan(bytes.length);
    },
  );

  test('a folder that is not there is trouble before anything was written', async () => {
    const server = await startSshd();
    const opened = await connectSftp(server);
    if (!opened.ok) throw new Error(opened.error.code);
    const uploaded = await opened.value.upload('nowhere', 'x.txt', Buffer.from('x'), null, () => true);
    await opened.value.close();
    expect(uploaded).toMatchObject({ ok: false, error: { kind: 'trouble', phase: 'open' } });
  });
});

/** Ended with the test. */
async function startSshd() {
  const server = await openSshd(await temporaryFolder());
  onTestFinished(() => server.close());
  return server;
}
