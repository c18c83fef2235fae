/** ICD-10-CM as CMS and CDC publish it: the order file, which knows headings, and the plain code file. */
import type { Layout } from '../layout.ts';

const CODE = /^[A-Z]\d[0-9A-Z]{1,5}$/;
const AGAIN = "Take the publisher's file as it is, unedited; download it again.";

/** `icd10cm_order_2027.txt`: order number 1-5, code 7-13, 1 where it may be billed 15, short title 17-76, long title from 78. */
export const icd10OrderFile: Layout = {
  name: 'the ICD-10-CM order file',
  form: 'fixed',
  open([first = ''], firstLine, sink) {
    const row = ([text = '']: readonly string[], line: number) => {
      const [code, flag] = [text.slice(6, 13).trim(), text[14]];
      if (!isOrderRow(text)) {
        sink.fault(
          line,
          'This line is not in the columns of the order file: number, code from column 7, 0 or 1 in column 15.',
          AGAIN,
        );
        return;
      }
      const title = text.slice(77).trim() || text.slice(16, 76).trim();
      sink.add(line, code, flag === '0' ? { title, header: true } : { title });
    };
    if (!isOrderRow(first)) return undefined;
    row([first], firstLine);
    return { row };
  },
};

function isOrderRow(text: string): boolean {
  return /^\d{5} .{7} [01] ./.test(text) && CODE.test(text.slice(6, 13).trim());
}

/** `icd10cm_codes_2027.txt`: code 1-7, title from 9; only codes that may be billed. */
export const icd10CodeFile: Layout = {
  name: 'the ICD-10-CM code file',
  form: 'fixed',
  open([first = ''], firstLine, sink) {
    const row = ([text = '']: readonly string[], line: number) => {
      if (isCodeRow(text)) sink.add(line, text.slice(0, 7).trim(), { title: text.slice(7).trim() });
      else
        sink.fault(
          line,
          'This line is not in the columns of the code file: code from column 1, title from column 9.',
          AGAIN,
        );
    };
    if (!isCodeRow(first)) return undefined;
    row([first], firstLine);
    return { row };
  },
};

function isCodeRow(text: string): boolean {
  return CODE.test(text.slice(0, 7).trim()) && /^ +\S/.test(text.slice(7));
}
