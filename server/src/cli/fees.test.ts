/** The fees command: a file in and out, JSON and sentences. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { changePractice, EXAMPLE_PRACTICE } from '../practice/index.ts';
import { systemRuntime } from '../runtime.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-cli-fees-'));
  dataDir = join(folder, 'data');
  const data = await openDataFolder(dataDir, systemRuntime(pino({ level: 'silent' })));
  await changePractice(data, data.practiceId, null, EXAMPLE_PRACTICE);
  await data.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(...args: string[]) {
  const results: unknown[] = [];
  const said: string[] = [];
  let written = '';
  const io = testIo({
    result: (value) => results.push(value),
    say: (line) => said.push(line),
    write: async (text) => {
      written += text;
    },
    env: { CLAIMSIDE_DATA: dataDir },
    homeDir: folder,
  });
  return { code: await runCli(['fees', ...args], io), result: results[0], said, written };
}

test('the example can be imported as it is: looked at first, then done, searched and exported', async () => {
  const path = join(folder, 'fees.csv');
  const { written } = await run('example');
  writeFileSync(path, written);
  const look = await run('import', path, '--dry-run');
  expect(look).toMatchObject({ code: 0, result: { added: { count: 3 } } });
  expect(look.said).toEqual(['3 codes: 3 new, 0 changed, 0 gone.', 'Nothing was changed.']);
  expect((await run('search', '992')).code).toBe(1);
  expect(await run('import', path)).toMatchObject({ code: 0, result: { size: 3, added: 3 } });
  expect((await run('search', 'visit')).result).toMatchObject([{ code: '99213' }, { code: '99214' }]);
  const out = join(folder, 'out.csv');
  expect(await run('export', out)).toMatchObject({ code: 0, result: { size: 3 } });
  expect(readFileSync(out, 'utf8').split('\r\n').sort()).toEqual(written.split('\r\n').sort());
});

test('faults end with 1, each told with its place, and nothing is changed', async () => {
  const path = join(folder, 'fees.csv');
  writeFileSync(path, 'Code,Price\n99214,dear\n');
  const refused = await run('import', path);
  expect(refused).toMatchObject({ code: 1, result: { findings: [{ line: 2, column: 'Price' }], more: 0 } });
  expect(refused.said.at(-1)).toBe('Nothing was changed: correct what is listed.');
  expect((await run('import', join(folder, 'none.csv'))).code).toBe(2);
});
