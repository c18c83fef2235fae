/** The payers command: a file in, JSON and sentences out. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-cli-payers-'));
  dataDir = join(folder, 'data');
  await (await openDataFolder(dataDir, systemRuntime(pino({ level: 'silent' })))).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const results: unknown[] = [];
  const said: string[] = [];
  const io = testIo({
    result: (value) => results.push(value),
    say: (line) => said.push(line),
    env: { CLAIMSIDE_DATA: dataDir },
    homeDir: folder,
  });
  return { code: await runCli(['payers', ...args], io), result: results[0], said };
}

function file(...lines: string[]): string {
  const path = join(folder, 'payers.csv');
  writeFileSync(path, ['PAYER NAME,PAYER ID,TRANSACTION,NON PAR', ...lines].join('\n'));
  return path;
}

test('a dry run changes nothing, the import then does, and payers are found', async () => {
  const path = file('Sample Health Plan,60054,837P,Yes', 'Sample Health Plan,590,837P,No');
  const dry = await run('import', path, '--dry-run');
  expect(dry.code).toBe(0);
  expect(dry.said).toEqual([
    '2 rows: 2 added, 0 removed, 0 changed.',
    '1 ids got back the zeros that a spreadsheet program had taken.',
    'Nothing was changed.',
  ]);
  expect((await run('list')).result).toEqual([]);
  expect((await run('search', 'sample')).code).toBe(1);
  expect(await run('import', path)).toMatchObject({ code: 0, result: { fileName: 'payers.csv', size: 2 } });
  expect(await run('search', 'health', 'sam')).toMatchObject({
    code: 0,
    result: [{ name: 'Sample Health Plan', rows: [{ payerId: '00590' }, { payerId: '60054' }] }],
  });
});

test('rows that can not be read are told with their place, and nothing is changed until they are agreed to', async () => {
  const path = file('Sample,60054,837P,Yes', 'Other,60055,837P,Perhaps');
  const refused = await run('import', path);
  expect(refused).toMatchObject({ code: 1, result: { findings: [{ line: 3, column: 'NON PAR' }], more: 0 } });
  expect(refused.said).toContain(
    'Line 3, NON PAR: “Perhaps” is neither yes nor no. Write Yes or No, or leave it empty.',
  );
  expect(refused.said.at(-1)).toBe('Nothing was changed. To import without these rows, add --leave-out 1.');
  expect((await run('list')).result).toEqual([]);
  expect(await run('import', path, '--leave-out', '1')).toMatchObject({ code: 0, result: { leftOut: 1 } });
});

test('a file that is not there, or is no table, is said', async () => {
  expect((await run('import', join(folder, 'nowhere.csv'))).code).toBe(2);
  const page = join(folder, 'page.csv');
  writeFileSync(page, '<html>');
  expect(await run('import', page)).toMatchObject({
    code: 1,
    result: { findings: [{ message: expect.stringContaining('web page') }] },
  });
});

test('the small list that comes along is imported without a file, and never beside one', async () => {
  expect(await run('import', '--seed')).toMatchObject({
    code: 0,
    result: { fileName: 'payers-seed-2025-09.csv', size: 90 },
  });
  expect(await run('search', 'cigna')).toMatchObject({ code: 0, result: [{ rows: [{ payerId: '62308' }] }] });
  expect((await run('import', file('Sample,60054,837P,Yes'), '--seed')).code).toBe(2);
  expect((await run('import')).code).toBe(2);
});
