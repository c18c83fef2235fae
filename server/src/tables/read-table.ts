/** Reads a table out of a CSV or Excel file, told apart by their content. Numbers, dates and codes stay the text that they are. */
import { err, ok, type Result } from '@claimside/shared/values';
import { readSheet } from 'read-excel-file/node';
import { readZip } from '../zip/read-zip.ts';
import { fileKind } from './file-kind.ts';
import { type Row, rowsOf, type Separator } from './rows.ts';
import type { Table, TableFault, TableRow } from './table.ts';

/** A payer list has ten thousand rows, a practice some thousand patients. */
export const TABLE_LIMITS = { bytes: 20_000_000, rows: 100_000, columns: 200 } as const;
const WORKBOOK_LIMITS = { entries: 500, entryBytes: 150_000_000, totalBytes: 200_000_000, ratio: 500 };

/** The first row that has `isHeading` is the headings; what is above it is left out. */
export async function readTable(
  bytes: Buffer,
  isHeading: (cells: readonly string[]) => boolean,
): Promise<Result<Table, TableFault>> {
  if (bytes.length > TABLE_LIMITS.bytes)
    return err({
      message: `The file is larger than ${TABLE_LIMITS.bytes / 1_000_000} MB.`,
      fix: 'Take out what does not belong to the table, or divide it.',
    });
  const kind = fileKind(bytes.subarray(0, 512));
  if (typeof kind === 'object') return err(kind);
  const rows = kind === 'zip' ? await workbookRows(bytes) : await textRows(bytes);
  return rows.ok ? tableOf(rows.value, isHeading) : rows;
}

function tableOf(
  rows: readonly Row[],
  isHeading: (cells: readonly string[]) => boolean,
): Result<Table, TableFault> {
  const at = rows.findIndex(({ cells }) => isHeading(cells));
  const heading = rows[at];
  if (!heading)
    return err({
      message: 'The row of headings was not found.',
      fix: 'The first row has to name the columns.',
    });
  const headings = heading.cells.map((cell) => cell.trim());
  while (headings.at(-1) === '') headings.pop();
  const body = rows.slice(at + 1);
  if (body.length > TABLE_LIMITS.rows)
    return err({
      message: `The table has more than ${TABLE_LIMITS.rows.toLocaleString('en-US')} rows.`,
      fix: 'Divide it.',
    });
  if (headings.length > TABLE_LIMITS.columns)
    return err({
      message: `The table has more than ${TABLE_LIMITS.columns} columns.`,
      fix: 'Take out the columns that are not needed.',
    });
  return ok({
    headings,
    rows: body.map(({ line, cells }) => ({ line, cells: padded(cells, headings.length) })),
  });
}

function padded(cells: readonly string[], length: number): TableRow['cells'] {
  return Array.from({ length }, (_, index) => cells[index]?.trim() ?? '');
}

/** Which of them divides the first line most often. */
const SEPARATORS: readonly (readonly [Exclude<Separator, 'none'>, string])[] = [
  ['comma', ','],
  ['tab', '\t'],
  ['semicolon', ';'],
];

async function textRows(bytes: Buffer): Promise<Result<Row[], TableFault>> {
  const [first = ''] = bytes.toString('utf8').split('\n', 1);
  const often = (sign: string) => first.split(sign).length;
  const [[separator]] = SEPARATORS.toSorted(([, one], [, other]) => often(other) - often(one)) as [
    (typeof SEPARATORS)[number],
  ];
  const rows: Row[] = [];
  try {
    for await (const some of rowsOf(chunksOf(bytes), separator)) {
      rows.push(...some);
      if (rows.length > TABLE_LIMITS.rows + 1_000) break;
    }
  } catch {
    const line = (rows.at(-1)?.line ?? 0) + 1;
    return err({
      line,
      message: 'From this line on the file can not be read: a quotation mark is not closed.',
      fix: 'Close it, or save the table from its program anew.',
    });
  }
  return ok(rows);
}

async function* chunksOf(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let from = 0; from < bytes.length; from += 65_536) yield bytes.subarray(from, from + 65_536);
}

async function workbookRows(bytes: Buffer): Promise<Result<Row[], TableFault>> {
  // What is inside is bounded before the library opens it.
  const inside = await readZip(bytes, WORKBOOK_LIMITS);
  if (!inside.ok) return err({ message: inside.error, fix: 'Save the sheet as CSV.' });
  try {
    const rows = await readSheet(bytes, { parseNumber: (text: string) => text });
    return ok(
      rows.flatMap((cells, index) => {
        const texts = cells.map(textOf);
        return texts.some((text) => text !== '') ? { line: index + 1, cells: texts } : [];
      }),
    );
  } catch {
    return err({ message: 'This is no Excel workbook that can be read.', fix: 'Save the sheet as CSV.' });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  if (typeof cell === 'boolean') return cell ? 'Yes' : 'No';
  return String(cell);
}
