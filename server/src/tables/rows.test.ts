/** Rows are the same however the bytes come in, and whatever code page they are in. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Row, rowsOf, type Separator } from './rows.ts';

async function read(bytes: Buffer, separator: Separator, chunk = bytes.length || 1): Promise<Row[]> {
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += chunk) yield bytes.subarray(at, at + chunk);
  }
  const rows: Row[] = [];
  for await (const some of rowsOf(chunks(), separator)) rows.push(...some);
  return rows;
}

describe('lines', () => {
  test('keep their number when blank ones stand between, whatever ends them', async () => {
    expect(await read(Buffer.from('one\r\n\r\n  \ntwo'), 'none')).toEqual([
      { line: 1, cells: ['one'] },
      { line: 4, cells: ['two'] },
    ]);
  });

  test('a byte order mark is no part of the first', async () => {
    expect(await read(Buffer.from('\ufeffone\ntwo'), 'none')).toMatchObject([
      { cells: ['one'] },
      { cells: ['two'] },
    ]);
  });

  test('are read as UTF-8, else in the Windows code page', async () => {
    const meniere = [{ line: 1, cells: ['Ménière – test'] }];
    expect(await read(Buffer.from('Ménière – test'), 'none')).toEqual(meniere);
    const windows = Buffer.from('M\u00e9ni\u00e8re \u0096 test', 'latin1');
    expect(await read(windows, 'none')).toEqual(meniere);
  });

  test('do not depend on where the bytes are cut', async () => {
    const text = 'a\tb\r\nÉ\tü\n\n"c\td\nlast\tone';
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 40 }), async (chunk) => {
        for (const separator of ['none', 'tab'] as const)
          expect(await read(Buffer.from(text), separator, chunk)).toEqual(
            await read(Buffer.from(text), separator),
          );
      }),
    );
  });
});

describe('cells', () => {
  test('between tabs are cut as they are, quotation marks and all', async () => {
    expect(await read(Buffer.from('10001\t 20001 \t"a\n'), 'tab')).toEqual([
      { line: 1, cells: ['10001', '20001', '"a'] },
    ]);
  });

  test('between commas may be quoted, with commas, line ends and doubled quotation marks inside', async () => {
    const rows = await read(
      Buffer.from('code,words\r\n1,"a, ""b""\r\nc"\r\n\r\n,,\r\n2,it\'s "so"\r\n'),
      'comma',
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ['code', 'words'],
      ['1', 'a, "b"\nc'],
      ['2', 'it\'s "so"'],
    ]);
    expect(rows.at(-1)?.line).toBe(6);
  });

  test('between commas do not depend on where the bytes are cut', async () => {
    const text = Buffer.from('a,"b\nc",É\n1,2,3\n');
    for (let chunk = 1; chunk < 12; chunk += 1)
      expect(await read(text, 'comma', chunk)).toEqual(await read(text, 'comma'));
  });

  test('a quotation mark without partner is an error, not a row', async () => {
    await expect(read(Buffer.from('code,words\n1,"a\n2,b\n'), 'comma')).rejects.toThrow('Quote Not Closed');
  });
});
