/** What every command has in common: help, what is mistyped, and a folder that is not as it should be. */
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { programInOwnFolder } from './testing-program.ts';

const { dataDir, run, madeFolder } = programInOwnFolder();

test('a key file that others may read ends with 2 and the command that mends it', async () => {
  await madeFolder();
  chmodSync(join(dataDir(), 'server.key'), 0o644);
  expect(await run(['devices'])).toMatchObject({
    code: 2,
    said: 'server.key can be read by other users of this machine: run chmod 600 on it',
  });
});

test('docs edits prints the page that stands beside the edits', async () => {
  const page = readFileSync(join(import.meta.dirname, '../../../shared/src/edits/EDITS.md'), 'utf8');
  expect(await run(['docs', 'edits'])).toMatchObject({ code: 0, result: page });
});

test('an unknown command, a port that is none and a missing argument end with 2; --help with 0', async () => {
  expect((await run(['bill'])).code).toBe(2);
  expect((await run(['serve', '--port', '70000'])).code).toBe(2);
  expect((await run(['backup'])).code).toBe(2);
  expect(await run(['--help'])).toMatchObject({ code: 0, result: undefined });
});
