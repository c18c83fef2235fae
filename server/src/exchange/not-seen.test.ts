/** A clearinghouse that lets nobody look at what was uploaded: no file waits for a look that never comes. */
import { err, ok } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { decideDelivery } from './decide-delivery.ts';
import { connectSftp } from './sftp-transport.ts';
import { PRACTICE, settingsFor, testPractice, testSandbox } from './testing.ts';
import type { TransportSession } from './transport.ts';

/** A practice at a sandbox that gives no answers, and whose sessions are altered. */
async function connected(
  alter: (session: TransportSession) => Partial<TransportSession>,
  changes: Parameters<typeof settingsFor>[1] = {},
) {
  const sandbox = await testSandbox();
  const practice = await testPractice({
    connect: async (target, signal) => {
      const opened = await connectSftp(target, signal);
      if (!opened.ok) return opened;
      const list = async () => ok({ files: [], oddNames: 0, beyondLimit: 0 });
      return ok({ ...opened.value, list, ...alter(opened.value) });
    },
  });
  await practice.connect(settingsFor(sandbox, changes), sandbox.password);
  return { sandbox, practice };
}

const NAME = 'OATEST_837P_20261122_153000_000001.txt';
const refused = (code: string) => async () => err({ kind: 'trouble', phase: 'verify', code } as const);

test.each(['3', '4'])(
  'looking is refused (%s): an upload that was confirmed to its close counts as sent',
  async (code) => {
    const { sandbox, practice } = await connected(() => ({ sizeOf: refused(code) }));
    const claims = [await practice.bill('C000000001', 'SILENT1')];
    await practice.worker.runOnce();
    claims.push(await practice.bill('C000000002', 'SILENT2'));
    await practice.worker.runOnce();
    expect(await Promise.all(claims.map((claim) => practice.status(claim)))).toEqual(['sent', 'sent']);
    expect(await practice.exchange()).toMatchObject({ state: 'ok', message: '' });
    await sandbox.idle();
    expect(await sandbox.received()).toHaveLength(2);
  },
);

test('looking is refused: one whose end was not seen is asked of a person, and does not stop the next', async () => {
  const { sandbox, practice } = await connected(() => ({ sizeOf: refused('4') }));
  const torn = await practice.bill('C000000001', 'SILENT1');
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  const next = await practice.bill('C000000002', 'SILENT2');
  await practice.worker.runOnce();
  expect([await practice.status(torn), await practice.status(next)]).toEqual(['unknown', 'sent']);
});

test('reading back is refused as a failure: the size that is seen counts', async () => {
  const { practice } = await connected(() => ({ download: refused('4') }));
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
});

test('a name that was taken and is free now may have been that of our earlier upload: a person is asked, nothing is sent', async () => {
  let uploads = 0;
  const { sandbox, practice } = await connected((session) => ({
    async upload(...upload) {
      uploads += 1;
      if (uploads === 1) return err({ kind: 'trouble', phase: 'write', code: 'CLOSED' });
      // What the first had sent is there by now, and is picked up right after this one has met it.
      await session.upload(...upload);
      await sandbox.idle();
      return err({ kind: 'trouble', phase: 'open', code: 'EXISTS' });
    },
  }));
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  await practice.worker.runOnce();
  await decideDelivery({ ...practice, practiceId: PRACTICE }, NAME, 'send-again', 'device');
  await practice.worker.runOnce();
  await sandbox.idle();
  expect(uploads).toBe(2);
  expect(await practice.status(claim)).toBe('unknown');
  expect(await sandbox.received()).toHaveLength(1);
});

test('an upload that ended with its name alone is begun anew, even where nobody may read what lies there', async () => {
  let uploads = 0;
  const { sandbox, practice } = await connected(
    (session) => ({
      async upload(folder, name, bytes, temporary, mayGoOn) {
        uploads += 1;
        if (uploads > 1) return session.upload(folder, name, bytes, temporary, mayGoOn);
        await session.upload(folder, name, Buffer.alloc(0), null, () => true);
        return err({ kind: 'trouble', phase: 'open', code: 'CLOSED' });
      },
    }),
    { overrides: { inboundIsReadable: false } },
  );
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('queued');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  await sandbox.idle();
  const whole = (await sandbox.received()).filter(({ sizeBytes }) => sizeBytes > 0);
  expect(whole).toHaveLength(1);
});
