/** Bytes of a text file as rows: whole lines, or cells between tabs, commas or semicolons. Memory does not grow with the file. */
import { pipeline, Readable } from 'node:stream';
import { type Info, parse } from 'csv-parse';

export type Separator = 'none' | 'tab' | 'comma' | 'semicolon';

export interface Row {
  /** From 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** A cell this large is a quotation mark that was never closed. */
const LARGEST_ROW = 200_000;

/** Rows that are not blank, as many at a time as the bytes come. Throws csv-parse's CsvError where quotation marks do not match. */
export async function* rowsOf(
  bytes: AsyncIterable<Buffer>,
  separator: Separator,
): AsyncGenerator<readonly Row[]> {
  if (separator === 'comma' || separator === 'semicolon')
    yield* quotedRows(bytes, separator === 'comma' ? ',' : ';');
  else {
    let line = 0;
    for await (const text of wholeLines(bytes)) {
      const rows: Row[] = [];
      for (const each of text.split('\n')) {
        line += 1;
        const row = each.endsWith('\r') ? each.slice(0, -1) : each;
        if (row.trim() !== '')
          rows.push({
            line,
            cells: separator === 'tab' ? row.split('\t').map((cell) => cell.trim()) : [row],
          });
      }
      yield rows;
    }
  }
}

async function* quotedRows(bytes: AsyncIterable<Buffer>, delimiter: string): AsyncGenerator<readonly Row[]> {
  const parser = parse({
    delimiter,
    info: true,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: LARGEST_ROW,
  });
  // Whatever breaks off the bytes breaks off the parser, which tells it to the loop below.
  pipeline(Readable.from(withLineEnds(bytes)), parser, () => {});
  for await (const parsed of parser) {
    const { record, info }: { record: string[]; info: Info } = parsed;
    const cells = record.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) yield [{ line: info.lines, cells }];
  }
}

/** One kind of line end, as the parser counts lines by the first kind it meets. */
async function* withLineEnds(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  for await (const text of wholeLines(bytes)) yield `${text.replaceAll('\r\n', '\n').replace(/\r$/, '')}\n`;
}

/** Text of whole lines, without the last line end. A byte order mark is no part of it. */
async function* wholeLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let rest: Buffer = Buffer.alloc(0);
  let first = true;
  const decoded = (part: Buffer) => {
    const text = decode(part);
    const start = first && text.startsWith('\ufeff') ? 1 : 0;
    first = false;
    return text.slice(start);
  };
  for await (const chunk of bytes) {
    const all = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    const end = all.lastIndexOf('\n');
    rest = all.subarray(end + 1);
    if (end >= 0) yield decoded(all.subarray(0, end));
  }
  if (rest.length > 0) yield decoded(rest);
}

const windows1252 = new TextDecoder('windows-1252');

/** UTF-8, else the Windows code page that older government files are written in. */
function decode(part: Buffer): string {
  const text = part.toString('utf8');
  // `stream`, as Node 24 otherwise takes the code page for Latin-1; one byte is one sign, so nothing is held back.
  return text.includes('\ufffd') ? windows1252.decode(part, { stream: true }) : text;
}
