/** A backup is older than the practice's mail: nothing that waited in it may leave by itself. */
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { expect, test } from 'vitest';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { listEvents } from '../store/claim-events.ts';
import { setPaused } from '../store/connections.ts';
import { markAsCopy } from '../store/copy-mark.ts';
import { findServerNote } from '../store/server-notes.ts';
import { settleRestoredCopy } from './restored-copy.ts';
import { freePort, PRACTICE, settingsFor, temporaryFolder, testPractice, testSandbox } from './testing.ts';

test('what waited in a restored copy is in doubt, once, and is not sent again', async () => {
  const sandbox = await testSandbox();
  const original = await testPractice();
  const settings = settingsFor(sandbox);
  await original.connect({ ...settings, port: await freePort() }, sandbox.password);
  const inFile = await original.bill('C000000001', 'SILENT1');
  await original.worker.runOnce();
  const waiting = await original.bill('C000000002', 'SILENT2');
  expect(await settleRestoredCopy(original, PRACTICE)).toBeUndefined();
  const folder = await temporaryFolder();
  const file = join(folder, 'claimside.db');
  await original.store.backup(file);
  markAsCopy(file, '2026-11-22T16:00:00.000Z' as UtcInstant);

  const restored = await testPractice({ folder });
  expect(await settleRestoredCopy(restored, PRACTICE)).toEqual({
    madeAt: '2026-11-22T16:00:00.000Z',
    files: 1,
    claims: 1,
    devices: [],
  });
  expect(await settleRestoredCopy(restored, PRACTICE)).toBeUndefined();
  await restored.connect(settings, sandbox.password);
  // The turn of the original's process, of which the copy knows, is over.
  restored.runtime.moveClock(60_000);
  // A visit that was billed after the copy was made looks unbilled here.
  const again = await restored.bill('C000000003', 'SILENT3');
  await restored.worker.runOnce();
  expect(await restored.status(again)).toBe('queued');
  expect(await restored.outboundStates()).toEqual(['unknown']);
  expect(await restored.status(inFile)).toBe('unknown');
  expect(await restored.status(waiting)).toBe('file-failed');
  expect((await listEvents(restored.scope, waiting)).at(-1)?.fact).toMatchObject({
    type: 'withheld',
    message: expect.stringContaining('bill the visit again only if it is not there'),
  });
  await sandbox.idle();
  expect(await sandbox.received()).toEqual([]);

  expect(await findServerNote(restored.store.db, 'restored')).toBe('2026-11-22T16:00:00.000Z');
  await setPaused(restored.scope, MAIN_CONNECTION, null);
  await restored.worker.runOnce();
  expect(await restored.status(again)).toBe('sent');
});
