import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { settingsFor, testPractice, testSandbox } from '../../exchange/testing.ts';
import { noteServer } from '../../store/server-notes.ts';
import { listWatches } from '../../store/watches.ts';
import { createWatchdog } from './watchdog.ts';

const DAY = 86_400_000;

async function sentClaim(memberId: string) {
  const sandbox = await testSandbox();
  const practice = await testPractice();
  await practice.connect(settingsFor(sandbox), sandbox.password);
  const claim = await practice.bill('C000000001', memberId);
  await practice.worker.runOnce();
  await sandbox.idle();
  const watches = async () => {
    await practice.store.transaction((db) => noteServer(db, 'backup', practice.runtime.now()));
    await createWatchdog({ ...practice, freeBytes: async () => 50e9, certificateEnds: () => null }).look();
    return Object.fromEntries(
      (await listWatches(practice.scope)).map(({ name, message }) => [name, message]),
    );
  };
  return { sandbox, practice, claim, watches };
}

test('a file is answered by what is said of its claims, where the clearinghouse sends no 999', async () => {
  const { sandbox, practice, claim, watches } = await sentClaim('PAID1');
  const outbound = join(sandbox.dataDir, 'outbound');
  for (const name of await readdir(outbound)) if (name.endsWith('.999')) await rm(join(outbound, name));
  await practice.worker.runOnce();
  expect([await practice.status(claim), await practice.outboundStates()]).toEqual(['paid', ['sent']]);
  practice.runtime.moveClock(60 * DAY);
  await practice.worker.runOnce();
  expect(await watches()).toEqual({});
});

test('what is late at the house that a file went to names that house, whatever the account is now', async () => {
  const { sandbox, practice, watches } = await sentClaim('SILENT1');
  const present = await testSandbox();
  const other = { profileId: 'generic', interchange: { receiverId: 'OTHERHOUSE' } } as const;
  await practice.connect(settingsFor(present, other), present.password);
  practice.runtime.moveClock(4 * DAY);
  await practice.worker.runOnce();
  const { 'unanswered-files': words, ...others } = await watches();
  expect(words).toContain(`no 999 from Sandbox clearinghouse (${sandbox.host})`);
  expect(others).toEqual({});
});
