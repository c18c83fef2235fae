/** Tables out of the files that people have, with codes that keep their zeros. */
import { expect, test } from 'vitest';
import { readTable } from './read-table.ts';
import { toCsv, toWorkbook } from './write-table.ts';

const hasCode = (cells: readonly string[]) => cells.some((cell) => cell.trim().toLowerCase() === 'code');
const read = (file: string | Buffer) => readTable(Buffer.from(file), hasCode);

const SAMPLE = {
  headings: ['Code', 'Name'],
  rows: [
    ['00590', 'SAMPLE, PLAN "A"'],
    ['0007', ''],
  ],
};

test.each([
  ['commas', 'Code,Name\r\n00590,"SAMPLE, PLAN ""A"""\r\n0007,\r\n'],
  ['semicolons', 'Code;Name\n00590;"SAMPLE, PLAN ""A"""\n0007;\n'],
  ['tabs', 'Code\tName\n00590\tSAMPLE, PLAN "A"\n0007\t\n'],
])('cells between %s', async (_, text) => {
  expect(await read(text)).toEqual({
    ok: true,
    value: {
      headings: SAMPLE.headings,
      rows: [
        { line: 2, cells: ['00590', 'SAMPLE, PLAN "A"'] },
        { line: 3, cells: ['0007', ''] },
      ],
    },
  });
});

test('an Excel workbook gives the same, its codes with their zeros', async () => {
  const table = await read(await toWorkbook([{ sheet: 'Sample', table: SAMPLE }]));
  expect(table.ok && table.value.rows.map(({ cells }) => cells)).toEqual(SAMPLE.rows);
});

test('what is above the headings and blank lines are left out, lines are counted as the file has them', async () => {
  expect(await read('Our price list\n\nCode,Name\n\nX1,one\n')).toMatchObject({
    value: { rows: [{ line: 5, cells: ['X1', 'one'] }] },
  });
});

test('short rows are filled up, cells without a heading are left out', async () => {
  expect(await read('Code,Name,\nX1\nX2,two,more,and more\n')).toMatchObject({
    value: { headings: ['Code', 'Name'], rows: [{ cells: ['X1', ''] }, { cells: ['X2', 'two'] }] },
  });
});

test.each([
  ['nothing', '', 'The file is empty.'],
  ['no headings', 'X1,one\n', 'The row of headings was not found.'],
  ['a web page', '<html><body>Log in</body></html>', 'This is a web page'],
  ['a damaged workbook', 'PK\u0003\u0004 not really', 'The package is damaged'],
  [
    'an open quotation mark',
    `Code,Name\nX1,"one\n${'and so on\n'.repeat(30_000)}`,
    'a quotation mark is not closed',
  ],
])('%s is told in a sentence', async (_, text, words) => {
  expect(await read(text)).toMatchObject({ ok: false, error: { message: expect.stringContaining(words) } });
});

test('what is written as CSV reads back, and no cell is a formula', async () => {
  const csv = toCsv({ headings: ['Code'], rows: [['=1+1'], ['+7'], ['a;b,c']] });
  expect(csv).toBe('Code\r\n\'=1+1\r\n\'+7\r\n"a;b,c"\r\n');
});
