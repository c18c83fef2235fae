/** A newer version of a list that ships with Claimside, as CSV: code and words. */
import { columnOf, type Layout } from '../layout.ts';

const CODE = /^[0-9A-Z]{1,3}$/;

export const shortListFile: Layout = {
  name: 'a list of codes and words as CSV',
  form: 'cells',
  open(header, _line, sink) {
    const code = columnOf(header, /^(\w+ )*code$/);
    const words = columnOf(header, /description|^name$|^words$/);
    if (code < 0 || words < 0) return undefined;
    return {
      row(cells, line) {
        const [text = '', title = ''] = [cells[code]?.trim(), cells[words]?.trim()];
        if (CODE.test(text)) sink.add(line, text, { title });
        else
          sink.fault(
            line,
            'This row does not begin with a code of one to three characters.',
            'Correct the code.',
          );
      },
    };
  },
};
