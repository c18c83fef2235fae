/** NCCI procedure-to-procedure edits for practitioners, as CMS publishes them each quarter in several parts. */

import { readFileDate } from '../file-dates.ts';
import type { Layout } from '../layout.ts';
import { joinPairs, packPair } from '../packed-pairs.ts';
import type { Sink } from '../sink.ts';

const PROCEDURE = /^[0-9A-Z]{5}$/;
/** 0: no modifier helps; 1: one may; 9: the edit was taken back as if it had never been. */
const TAKEN_BACK = '9';

/**
 * `ccipra-v323r0-f1.txt` (tabs) or its sheet as CSV. Rows are known by their form, as the titles above them are wrapped in
 * ever new ways: column 1, column 2, `*` if older than 1996, first day, last day or `*`, modifier indicator, reason.
 */
export const ncciPairFile: Layout = {
  name: 'the NCCI procedure-to-procedure edits',
  form: 'cells',
  open(first, firstLine, sink) {
    if (!isPairRow(first)) return undefined;
    const pairs = pairTaker(sink);
    const row = (cells: readonly string[], line: number) => {
      if (isPairRow(cells)) pairs.take(cells, line);
      else
        sink.fault(
          line,
          'This row is not a pair of codes with its dates and 0, 1 or 9 for modifiers.',
          'Take the file as CMS gives it; download it again.',
        );
    };
    row(first, firstLine);
    return { row, end: pairs.end };
  },
};

function isPairRow([
  column1 = '',
  column2 = '',
  old = '',
  from = '',
  to = '',
  indicator = '',
]: readonly string[]) {
  return (
    PROCEDURE.test(column1) &&
    PROCEDURE.test(column2) &&
    /^\*?$/.test(old) &&
    (/^\d{8}$/.test(from) || (from === '' && old === '*')) &&
    /^(\d{8}|\*|)$/.test(to) &&
    /^[019]$/.test(indicator)
  );
}

/** Packs the pairs of a column 1 code as soon as the next one comes, to keep little in memory. */
function pairTaker(sink: Sink) {
  let code = '';
  let pieces: string[] = [];
  const end = () => {
    const before = sink.entries.get(code)?.pairs;
    if (code !== '') sink.entries.set(code, { pairs: joinPairs([...(before ? [before] : []), ...pieces]) });
    pieces = [];
  };
  return {
    end,
    take([column1 = '', column2 = '', , first = '', last = '', indicator]: readonly string[], line: number) {
      if (column1 !== code) {
        end();
        code = column1;
      }
      const [from, to] = [readFileDate(first), readFileDate(last)];
      if ((first && !from) || (last && last !== '*' && !to))
        sink.fault(
          line,
          `A date of the pair ${column1}, ${column2} is not a date.`,
          'Download the file again.',
        );
      else if (indicator !== TAKEN_BACK)
        pieces.push(
          packPair({ column2, ...(from && { from }), ...(to && { to }), modifierAllowed: indicator === '1' }),
        );
    },
  };
}
