/** Reasons of adjustments (CARC) and remarks (RARC), as X12 lists are exported to CSV: code, description, start, stop. */
import { readFileDate } from '../file-dates.ts';
import { columnOf, type Layout } from '../layout.ts';

const CARC = /^(\d{1,3}|[A-Z]\d{1,2})$/;
const RARC = /^(M|MA|N)\d{1,4}$/;

export const adjustmentReasonFile: Layout = reasonTable(
  'a list of adjustment reasons (CARC) as CSV',
  (code) => CARC.test(code) && !RARC.test(code),
  'an adjustment reason such as 45 or B7',
);

export const remarkFile: Layout = reasonTable(
  'a list of remarks (RARC) as CSV',
  (code) => RARC.test(code),
  'a remark such as M15, MA130 or N130',
);

function reasonTable(name: string, isCode: (code: string) => boolean, what: string): Layout {
  return {
    name,
    form: 'cells',
    open(header, _line, sink) {
      const code = columnOf(header, /^(\w+ )*code$/);
      const words = columnOf(header, /description|^text$/);
      const start = columnOf(header, /^(start|effective)/);
      const stop = columnOf(header, /^(stop|end|deactivat|inactive)/);
      if (code < 0 || words < 0) return undefined;
      return {
        row(cells, line) {
          const cell = (at: number) => cells[at]?.trim() ?? '';
          const [from, to] = [readFileDate(cell(start)), readFileDate(cell(stop))];
          if (!isCode(cell(code)))
            sink.fault(line, `This row does not begin with ${what}.`, 'Correct the code.');
          else if ((cell(start) && !from) || (cell(stop) && !to))
            sink.fault(
              line,
              `A date of ${cell(code)} is not a date.`,
              'Write it as 10/01/2026 or 2026-10-01.',
            );
          else
            sink.add(line, cell(code), {
              title: cell(words).replaceAll(/\s+/g, ' '),
              ...(from && { from }),
              ...(to && { to }),
            });
        },
      };
    },
  };
}
