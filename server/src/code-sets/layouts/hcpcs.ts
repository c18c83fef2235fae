/** HCPCS level II as CMS publishes it each quarter: the fixed-width ANWEB text, and its workbook saved as CSV. */
import type { CodeEntry } from '../entry.ts';
import { readFileDate } from '../file-dates.ts';
import { columnOf, type Layout } from '../layout.ts';
import type { Sink } from '../sink.ts';

/** A procedure; a modifier. */
const CODE = /^([A-Z]\d{4}|[A-Z0-9]{2})$/;
/** First record of a procedure and of a modifier; the further ones go on with its words. */
const [FIRST, FURTHER] = ['37', '48'];

interface HcpcsRecord {
  readonly code: string;
  readonly kind: string;
  readonly words: string;
  readonly added: string;
  readonly ended: string;
}

/** `HCPC2026_OCT_ANWEB.txt`: 320 columns by CMS's record layout. A modifier stands in columns 4-5. */
export const hcpcsTextFile: Layout = {
  name: 'the HCPCS alpha-numeric text file (ANWEB)',
  form: 'fixed',
  open([first = ''], firstLine, sink) {
    if (!isRecord(first)) return undefined;
    const take = recordTaker(sink);
    const row = ([text = '']: readonly string[], line: number) => {
      if (isRecord(text))
        take(line, {
          code: text.slice(0, 5).trim(),
          kind: text.slice(10, 11),
          words: text.slice(11, 91).trim(),
          added: text.slice(268, 276).trim(),
          ended: text.slice(284, 292).trim(),
        });
      else sink.fault(line, 'This line is not a record of the HCPCS file.', 'Take the file as CMS gives it.');
    };
    row([first], firstLine);
    return { row };
  },
};

function isRecord(text: string): boolean {
  return /^.{5}\d{5}[3478]\S/.test(text) && CODE.test(text.slice(0, 5).trim());
}

/** The workbook of the same package, saved as CSV. */
export const hcpcsTable: Layout = {
  name: 'the HCPCS workbook (ANWEB) saved as CSV',
  form: 'cells',
  open(header, _line, sink) {
    const code = columnOf(header, /^hcpcs?$/);
    const kind = columnOf(header, /^recid$/);
    const words = columnOf(header, /^long description$/);
    const added = columnOf(header, /^add (dt|date)$/);
    const ended = columnOf(header, /^term (dt|date)$/);
    if ([code, kind, words, added, ended].includes(-1)) return undefined;
    const take = recordTaker(sink);
    const cell = (cells: readonly string[], at: number) => (cells[at] ?? '').trim();
    return {
      row(cells, line) {
        if (!CODE.test(cell(cells, code)) || !/^[3478]$/.test(cell(cells, kind)))
          sink.fault(
            line,
            'This row has no HCPCS code in HCPC, or no 3, 4, 7 or 8 in RECID.',
            'Save the sheet as it is.',
          );
        else
          take(line, {
            code: cell(cells, code),
            kind: cell(cells, kind),
            words: cell(cells, words),
            added: cell(cells, added),
            ended: cell(cells, ended),
          });
      },
    };
  },
};

/** Joins the records of a code into its entry. Dental codes (D) are the dental association's and are left out. */
function recordTaker(sink: Sink): (line: number, record: HcpcsRecord) => void {
  let last: { code: string; entry: CodeEntry } | undefined;
  return (line, { code, kind, words, added, ended }) => {
    if (FURTHER.includes(kind)) {
      if (last?.code === code) last.entry.title = `${last.entry.title} ${words}`;
      else
        sink.fault(
          line,
          `Words for ${code} stand here without its first record.`,
          'Download the file again.',
        );
      return;
    }
    const [from, to] = [readFileDate(added), readFileDate(ended)];
    if ((added && !from) || (ended && !to)) {
      sink.fault(line, `A date of ${code} is not a date.`, 'Download the file again.');
      return;
    }
    last = { code, entry: { title: words, ...(from && { from }), ...(to && { to }) } };
    if (FIRST.includes(kind) && !/^D\d/.test(code)) sink.add(line, code, last.entry);
  };
}
