/** Several server processes on one store: one works for a practice, and one whose turn is over stores and sends nothing. */
import { expect, test } from 'vitest';
import { connectSftp } from './sftp-transport.ts';
import { settingsFor, type TestPractice, temporaryFolder, testPractice, testSandbox } from './testing.ts';
import type { ConnectTransport, TransportSession } from './transport.ts';

const MINUTE = 60_000;

/** SFTP whose sessions `change` has changed. */
const sftpWith =
  (change: (session: TransportSession) => Partial<TransportSession>): ConnectTransport =>
  async (...to) => {
    const opened = await connectSftp(...to);
    return opened.ok ? { ok: true, value: { ...opened.value, ...change(opened.value) } } : opened;
  };

test('while one process has the turn, another one does nothing; stopped, it leaves the turn at once', async () => {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  const first = await testPractice({ folder });
  await first.connect(settingsFor(sandbox), sandbox.password);
  await first.worker.runOnce();
  let connections = 0;
  const counting: ConnectTransport = (...to) => {
    connections += 1;
    return connectSftp(...to);
  };
  const second = await testPractice({ folder, connect: counting });
  const claim = await second.bill('C000000001', 'SILENT1');
  await second.worker.runOnce();
  expect(connections).toBe(0);
  expect(await second.status(claim)).toBe('queued');
  await first.worker.stop();
  await second.worker.runOnce();
  expect(await second.status(claim)).toBe('sent');
});

test.each([
  ['its turn has run out', true],
  ['it is known to have ended', false],
])('a process that does not end its turn is followed once %s', async (_, lives) => {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  const first = await testPractice({ folder });
  await first.connect(settingsFor(sandbox), sandbox.password);
  await first.worker.runOnce();
  const second = await testPractice({ folder, process: { id: 'second', isAlive: () => lives } });
  const claim = await second.bill('C000000001', 'SILENT1');
  await second.worker.runOnce();
  expect(await second.facts(claim)).toEqual(lives ? ['queued'] : ['queued', 'sent']);
  second.runtime.moveClock(MINUTE);
  await second.worker.runOnce();
  expect(await second.facts(claim)).toContain('sent');
});

/** The other process, once the first is paused for longer than its turn lasts. */
const takeOver = async (folder: string, first: TestPractice): Promise<TestPractice> => {
  const second = await testPractice({ folder });
  for (const { runtime } of [first, second]) runtime.moveClock(MINUTE);
  await second.worker.runOnce();
  return second;
};

test('a process that is paused before it stores what it learnt stores nothing when it wakes up', async () => {
  const sandbox = await testSandbox();
  const folder = await temporaryFolder();
  let second: TestPractice | undefined;
  const first: TestPractice = await testPractice({
    folder,
    connect: sftpWith((session) => ({
      async upload(...upload) {
        const sent = await session.upload(...upload);
        second = await takeOver(folder, first);
        return sent;
      },
    })),
  });
  await first.connect(settingsFor(sandbox), sandbox.password);
  const claim = await first.bill('C000000001', 'SILENT1');
  await first.worker.runOnce();
  // The second saw the whole file and said so; the first adds nothing to it.
  expect(await first.facts(claim)).toEqual(['queued', 'sent']);
  await sandbox.idle();
  await second?.worker.runOnce();
  expect(await first.facts(claim)).toEqual(['queued', 'sent', 'file-accepted']);
  expect(await sandbox.received()).toHaveLength(1);
});

test.each([
  ['direct', 'unknown'],
  // Whoever takes the temporary file away knows that nothing arrived, and sends the file.
  ['rename', 'sent'],
] as const)(
  '%s: a process that is paused in the midst of an upload does not finish it; for the other one it is %s',
  async (uploadMode, status) => {
    const sandbox = await testSandbox();
    const folder = await temporaryFolder();
    let second: TestPractice | undefined;
    const first: TestPractice = await testPractice({
      folder,
      connect: sftpWith((session) => ({
        async upload(inbound, name, bytes, temporary, mayGoOn) {
          const half = Buffer.from(bytes.subarray(0, 300));
          if (second) return session.upload(inbound, name, bytes, temporary, mayGoOn);
          await session.upload(inbound, temporary ?? name, half, null, () => true);
          second = await takeOver(folder, first);
          expect(mayGoOn()).toBe(false);
          return { ok: false, error: { kind: 'trouble', phase: 'write', code: 'STOPPED' } };
        },
      })),
    });
    await first.connect(settingsFor(sandbox, { overrides: { uploadMode } }), sandbox.password);
    const claim = await first.bill('C000000001', 'SILENT1');
    await first.worker.runOnce();
    expect(await first.status(claim)).toBe(status);
  },
);
