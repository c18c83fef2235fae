/** Files and packages are opened within bounds; what is no list is told for what it is. */
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openCodeFiles } from './open-files.ts';
import { type Bench, openBench, zipOf } from './testing.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await openBench();
});
afterEach(() => bench.close());

async function troubleWith(name: string, content: string | Buffer): Promise<string> {
  const opened = await openCodeFiles([bench.file(name, content)]);
  if (opened.ok) {
    opened.value.close();
    return '';
  }
  expect(opened.error).toMatchObject({ file: name, line: 0, fix: expect.stringMatching(/\.$/) });
  return opened.error.message;
}

test('a text file is one part, with its size and hash on record', async () => {
  const opened = await openCodeFiles([bench.file('list.txt', 'TEST')]);
  expect(opened).toMatchObject({
    ok: true,
    value: {
      files: [
        {
          name: 'list.txt',
          sizeBytes: 4,
          sha256: '94ee059335e587e501cc4bf90613e0814f00a7b08bc7c648fd865a2af6a22cc2',
        },
      ],
      parts: [{ name: 'list.txt', file: 'list.txt', sizeBytes: 4 }],
    },
  });
});

test('of a package the text files are parts, without lists of changes, and can be read twice', async () => {
  const zip = await zipOf({
    'Codes/list.txt': 'TEST',
    'Codes/list_addenda.txt': 'X',
    'Codes/Corrections.csv': 'X',
    'Codes/list.pdf': 'X',
    'Codes/LIST.CSV': 'X',
  });
  const opened = await openCodeFiles([bench.file('package.zip', zip)]);
  if (!opened.ok) throw new Error(opened.error.message);
  const { parts, close } = opened.value;
  expect(parts.map((part) => part.name)).toEqual(['list.txt', 'LIST.CSV']);
  const [list] = parts;
  if (!list) throw new Error('no part');
  for (let time = 0; time < 2; time += 1) expect(String(await buffer(await list.open()))).toBe('TEST');
  close();
});

describe('what is no list', () => {
  test.each([
    ['nothing', '', 'The file is empty.'],
    ['a PDF', '%PDF-1.7', 'This is a PDF.'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'This is an old Excel workbook.'],
    ['UTF-16', Buffer.from('\ufeffcode', 'utf16le'), 'This text is written as UTF-16.'],
    ['a licence page', '\ufeff<!DOCTYPE html><title>AMA</title>', 'This is a web page or XML'],
    ['bytes', Buffer.from([1, 0, 2]), 'This is not a text file.'],
    ['a damaged package', 'PK\u0003\u0004 and so on', 'The package is damaged'],
  ])('is told: %s', async (_what, content, message) => {
    expect(await troubleWith('list', content)).toContain(message);
  });

  test('is told: a workbook, a package without text, one with too many files', async () => {
    const workbook = await zipOf({ '[Content_Types].xml': '<Types/>', 'xl/workbook.xml': '<x/>' });
    expect(await troubleWith('list.xlsx', workbook)).toBe('This is an Excel workbook.');
    expect(await troubleWith('pdf.zip', await zipOf({ 'list.pdf': 'X' }))).toContain('but list.pdf');
    const many = Object.fromEntries(Array.from({ length: 201 }, (_, index) => [`${index}.txt`, '']));
    expect(await troubleWith('many.zip', await zipOf(many))).toContain('more than 200 files');
  });
});

test('a file that is not there rejects', async () => {
  await expect(openCodeFiles(['/nowhere/list.txt'])).rejects.toThrow('ENOENT');
});
