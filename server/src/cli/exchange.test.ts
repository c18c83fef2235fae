/** `claimside exchange`: files of which nobody knows whether they arrived are decided on, once. */
import { expect, test } from 'vitest';
import { madeFor } from '../clearinghouse/index.ts';
import { openDataFolder } from '../data-folder.ts';
import { EXAMPLE_CONNECTION } from '../practice/index.ts';
import { insertOutboundFile } from '../store/outbound-files.ts';
import { markSending, setOutboundState } from '../store/outbound-states.ts';
import { programInOwnFolder, runtime } from './testing-program.ts';

const { dataDir, run } = programInOwnFolder();

const NAME = 'OATEST_837P_TEST.txt';
/** A file of which nobody knows whether it arrived. */
async function inDoubt() {
  const data = await openDataFolder(dataDir(), runtime);
  await data.store.transaction(async (db) => {
    const scope = { db, practiceId: data.practiceId };
    const file = {
      id: 'file-1',
      name: NAME,
      connectionId: 'main',
      madeFor: madeFor(EXAMPLE_CONNECTION),
      mode: 'test',
      bytes: Buffer.from('TEST'),
      interchangeControlNumber: 1,
      groupControlNumber: 1,
      batchReference: '1',
      positions: [],
      createdAt: runtime.now(),
    } as const;
    await insertOutboundFile(scope, file, []);
    await markSending(scope, file.id, runtime.now());
    await setOutboundState(scope, file.id, 'unknown', runtime.now());
  });
  await data.close();
}

test('lists outbound files; a decision is made once and shows in the list', async () => {
  await inDoubt();
  expect((await run(['exchange', 'files', '--state', 'unknown'])).result).toMatchObject([
    {
      name: NAME,
      madeFor: 'Office Ally (ftp10.officeally.com)',
      mode: 'test',
      state: 'unknown',
      attempts: 1,
      claims: 0,
      sentAt: null,
    },
  ]);
  const decided = await run(['exchange', 'decide', NAME, 'send-again']);
  expect(decided).toEqual({
    code: 0,
    result: { fileName: NAME, decision: 'send-again', claims: 0 },
    said: 'A running server sends it again (where the account is another one since, its claims in a new file) within a minute, or as soon as its connection works and is not paused.',
  });
  expect((await run(['exchange', 'files'])).result).toMatchObject([{ name: NAME, state: 'ready' }]);
  expect((await run(['exchange', 'files', '--state', 'unknown'])).result).toEqual([]);
  const again = await run(['exchange', 'decide', NAME, 'arrived']);
  expect(again.code).toBe(2);
  expect(again.said).toContain('No file of this name is in doubt');
});

test('anything but the two decisions ends with 2 and changes nothing', async () => {
  await inDoubt();
  expect((await run(['exchange', 'decide', NAME, 'maybe'])).code).toBe(2);
  expect((await run(['exchange', 'files'])).result).toMatchObject([{ state: 'unknown' }]);
});
