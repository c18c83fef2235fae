/** A file that is there already under the name of an upload: found out, told, and never written over. */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { listEvents } from '../store/claim-events.ts';
import { listOutboundFiles, readOutboundBytes } from '../store/outbound-files.ts';
import { decideDelivery } from './decide-delivery.ts';
import { PRACTICE, settingsFor, testPractice, testSandbox } from './testing.ts';

const NAME = 'OATEST_837P_20261122_153000_000001.txt';

/** A claim in a frozen file, of which nothing has left. */
async function frozen(overrides = {}) {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  const settings = settingsFor(sandbox, { overrides });
  await practice.connect(settings, sandbox.password);
  sandbox.faults.dropAtConnect = true;
  const claim = await practice.bill('C000000001', 'SILENT1');
  await practice.worker.runOnce();
  const [file] = await listOutboundFiles(practice.scope, ['ready']);
  const bytes = await readOutboundBytes(practice.scope, file?.id ?? '');
  sandbox.faults.clear();
  return { sandbox, practice, claim, bytes, path: join(sandbox.dataDir, 'inbound', NAME) };
}

const MODES = ['direct', 'rename'] as const;

test.each(MODES)('%s: a file that is not ours stays as it is, and a person is told', async (uploadMode) => {
  const { sandbox, practice, claim, path } = await frozen({ uploadMode });
  await writeFile(path, 'ANOTHER FILE');
  await practice.worker.runOnce();
  expect(await readFile(path, 'utf8')).toBe('ANOTHER FILE');
  expect(await practice.status(claim)).toBe('unknown');
  expect((await listEvents(practice.scope, claim)).at(-1)?.fact).toMatchObject({ occupied: true });

  await rm(path);
  await decideDelivery({ ...practice, practiceId: PRACTICE }, NAME, 'send-again', 'device');
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('sent');
  await sandbox.idle();
  expect((await sandbox.received()).map(({ verdict }) => verdict)).toEqual(['accepted']);
});

test.each(MODES)('%s: the very bytes of the file count as sent', async (uploadMode) => {
  const { practice, claim, bytes, path } = await frozen({ uploadMode });
  await writeFile(path, bytes);
  await practice.worker.runOnce();
  expect(await practice.facts(claim)).toEqual(['queued', 'sent']);
});

test('other bytes of the same length do not, where they can be read', async () => {
  const { practice, claim, bytes, path } = await frozen();
  await writeFile(path, Buffer.alloc(bytes.length, 'x'));
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('unknown');
});

test('where the folder cannot be read, a file of that name is never taken for one that was not begun', async () => {
  const { practice, claim, bytes, path } = await frozen({ inboundIsReadable: false });
  await writeFile(path, bytes);
  await practice.worker.runOnce();
  expect(await practice.status(claim)).toBe('unknown');
});

test('half a file of ours is not written over where it cannot be read: a person is told once more', async () => {
  const { sandbox, practice, claim, path } = await frozen({ inboundIsReadable: false });
  sandbox.faults.dropOnWriteAfterBytes = 300;
  await practice.worker.runOnce();
  sandbox.faults.clear();
  await practice.worker.runOnce();
  await decideDelivery({ ...practice, practiceId: PRACTICE }, NAME, 'send-again', 'device');
  await practice.worker.runOnce();
  expect(await readFile(path)).toHaveLength(300);
  expect(await practice.status(claim)).toBe('unknown');
  expect(await practice.facts(claim)).toEqual([
    'queued',
    'delivery-unknown',
    'sending-again',
    'delivery-unknown',
  ]);
});
