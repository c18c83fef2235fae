/** The codes command: files in, JSON and sentences out, 0, 1 or 2 at the end. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ORDER_FILE, PAIR_FILE } from '../code-sets/testing.ts';
import { openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

const runtime = systemRuntime(pino({ level: 'silent' }));
let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-cli-codes-'));
  dataDir = join(folder, 'data');
  await (await openDataFolder(dataDir, runtime)).close();
});
afterEach(() => rmSync(folder, { recursive: true }));

async function run(args: string[], stopped = new AbortController().signal) {
  const results: unknown[] = [];
  const said: string[] = [];
  const drawn: (string | undefined)[] = [];
  const code = await runCli(
    ['codes', ...args],
    testIo({
      result: (value) => results.push(value),
      say: (line) => said.push(line),
      progress: (line) => drawn.push(line),
      env: { CLAIMSIDE_DATA: dataDir },
      homeDir: folder,
      stopped,
    }),
  );
  return { code, result: results[0], said: said.join('\n'), drawn };
}

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const importDiagnoses = () => run(['import', 'icd-10-cm', file('icd10cm_order_2027.txt', ORDER_FILE)]);

describe('codes import', () => {
  test('shows a bar, gives the edition as JSON, says what changed, and takes the bar away', async () => {
    const ran = await importDiagnoses();
    expect(ran).toMatchObject({
      code: 0,
      result: { list: 'icd-10-cm', effective: '2026-10-01', size: 4, added: 4, comparedWith: null },
      said: 'ICD-10-CM diagnoses of 2026-10-01: 4 entries, the first of this list.',
      drawn: [expect.stringMatching(/^Reading ICD-10-CM diagnoses \[#+\] 100 %$/), undefined],
    });
    const again = await run([
      'import',
      'icd-10-cm',
      file('order.txt', ORDER_FILE),
      '--effective',
      '2027-04-01',
    ]);
    expect(again.said).toBe(
      'ICD-10-CM diagnoses of 2027-04-01: 4 entries; against the edition of 2026-10-01 0 added, 0 removed, 0 changed.',
    );
  });

  test('of an older edition than the one loaded asks whether it is meant, and then says what it is kept for', async () => {
    await importDiagnoses();
    const older = file('icd10cm_order_2026.txt', ORDER_FILE);
    expect(await run(['import', 'icd-10-cm', older])).toMatchObject({
      code: 1,
      result: { findings: [{ fix: expect.stringContaining('Add --anyway') }] },
    });
    const meant = await run(['import', 'icd-10-cm', older, '--anyway']);
    expect(meant.said).toBe(
      'ICD-10-CM diagnoses of 2025-10-01: 4 entries, kept beside the edition of 2026-10-01 for services before it.',
    );
  });

  test('of a wrong or faulty file ends with 1 and each fault', async () => {
    expect(await run(['import', 'hcpcs', file('pairs.txt', PAIR_FILE)])).toMatchObject({
      code: 1,
      result: {
        findings: [
          {
            file: 'pairs.txt',
            line: 0,
            message: expect.stringContaining('This looks like NCCI pairs'),
            fix: expect.stringContaining('claimside codes import ncci-ptp'),
          },
        ],
        more: 0,
      },
      said: 'Nothing was changed: correct what is listed, or take another file.',
    });
  });

  test('that can not run ends with 2: no such file, list or day, or stopped', async () => {
    expect(await run(['import', 'icd-10-cm', join(folder, 'none.txt')])).toMatchObject({
      code: 2,
      said: `The file ${join(folder, 'none.txt')} can not be read. Check its name.`,
    });
    expect((await run(['import', 'icd-10-cm', folder])).code).toBe(2);
    expect((await run(['import', 'icd-9', file('a.txt', 'X')])).code).toBe(2);
    const order = file('icd10cm_order_2027.txt', ORDER_FILE);
    expect((await run(['import', 'icd-10-cm', order, '--effective', 'October'])).code).toBe(2);
    expect(await run(['import', 'icd-10-cm', order], AbortSignal.abort())).toMatchObject({
      code: 2,
      said: 'Stopped: nothing was changed.',
    });
  });
});

test('codes list names every list, its age, and what is not checked without it', async () => {
  await importDiagnoses();
  const { code, result } = await run(['list']);
  expect(code).toBe(0);
  expect(result).toContainEqual({
    list: 'icd-10-cm',
    title: 'ICD-10-CM diagnoses',
    publisher: expect.stringContaining('CMS'),
    edition: '2026-10-01',
    ageDays: expect.any(Number),
    imported: [
      { effective: '2026-10-01', size: 4, importedAt: expect.any(String), files: ['icd10cm_order_2027.txt'] },
    ],
    whenAbsent: 'Diagnoses are checked by their shape only.',
  });
  expect(result).toContainEqual(
    expect.objectContaining({ list: 'ncci-ptp', edition: null, ageDays: null, imported: [] }),
  );
  expect(result).toContainEqual(
    expect.objectContaining({ list: 'place-of-service', edition: '2026-11-22', imported: [] }),
  );
});

describe('codes show', () => {
  test('gives what lists say, imported and shipped, and which procedures are not paid together', async () => {
    await importDiagnoses();
    await run(['import', 'ncci-ptp', file('ccipra-v323r0-f1.txt', PAIR_FILE)]);
    const { code, result } = await run(['show', 'M54.50', '11', '10001', '20001']);
    expect(result).toMatchObject({
      codes: [
        {
          code: 'M5450',
          imported: [
            { list: 'icd-10-cm', says: [{ title: 'INVENTED WORDS OF A LOW BACK', from: '2026-10-01' }] },
          ],
          shipped: [],
        },
        {
          code: '11',
          shipped: expect.arrayContaining([
            { list: 'place-of-service', title: 'Place of service', words: 'Office' },
          ]),
        },
        { code: '10001', imported: [], shipped: [] },
        { code: '20001' },
      ],
      pairs: [{ column1: '10001', column2: '20001', modifierAllowed: false }],
    });
    expect(code).toBe(0);
  });

  test('of a code that no list knows ends with 1 and says so', async () => {
    expect(await run(['show', 'Z99.99'])).toMatchObject({ code: 1, said: 'No list says anything of Z9999.' });
    expect((await run(['show', '11'])).code).toBe(0);
  });
});
