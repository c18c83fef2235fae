/** The audit command: a whole log, one that was meddled with, and one from whose end something was taken. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordAudit } from '../access/index.ts';
import { databaseFile, openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import { meddleWith } from '../store/testing-meddle.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

const runtime = systemRuntime(pino({ level: 'silent' }));
let dataDir: string;
beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'claimside-cli-audit-'));
  const { store, scope, close } = await openDataFolder(dataDir, runtime);
  for (const claim of ['c1', 'c2', 'c3'])
    await store.transaction((db) => recordAudit(runtime, { ...scope, db }, null, 'claim-read', claim));
  await close();
});
afterEach(() => rmSync(dataDir, { recursive: true }));

async function check(...args: string[]) {
  const results: unknown[] = [];
  const said: string[] = [];
  const io = testIo({
    result: (value) => results.push(value),
    say: (line) => said.push(line),
    env: { CLAIMSIDE_DATA: dataDir },
  });
  return { code: await runCli(['audit', 'check', ...args], io), result: results[0], said: said.join(' ') };
}

const meddle = (sql: string) => meddleWith(databaseFile(dataDir), sql);

test('a whole log is called whole, with the hash to note', async () => {
  expect(await check()).toEqual({
    code: 0,
    result: { entries: 3, hash: expect.stringMatching(/^[0-9a-f]{64}$/), brokenAt: null },
    said: 'The log is whole: 3 entries.',
  });
});

test('a changed entry ends with 1 and its number', async () => {
  meddle(`UPDATE audit_entries SET subject = 'c9' WHERE sequence = 2`);
  expect(await check()).toMatchObject({
    code: 1,
    result: { brokenAt: 2 },
    said: expect.stringContaining('entry 2'),
  });
});

test('entries taken off the end show by the hash noted before', async () => {
  const { hash } = (await check()).result as { hash: string };
  expect((await check('--hash', hash)).code).toBe(0);
  meddle('DELETE FROM audit_entries WHERE sequence = 3');
  expect(await check('--hash', hash)).toMatchObject({ code: 1, said: expect.stringContaining('not in it') });
});
