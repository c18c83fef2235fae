/** NCCI medically unlikely edits for practitioners, as CMS publishes them each quarter. */
import { columnOf, type Layout } from '../layout.ts';

const MOST_UNITS = 99_999;

/** `MCR_MUE_PractitionerServices_Eff_10-01-2026.csv`: a licence notice, then code, value, adjudication indicator, reason. */
export const ncciUnitFile: Layout = {
  name: 'the NCCI medically unlikely edits for practitioners',
  form: 'cells',
  open(header, _line, sink) {
    const code = columnOf(header, /hcpcs.*code/);
    const value = columnOf(header, /^practitioner.* mue value/);
    const indicator = columnOf(header, /adjudication indicator/);
    if ([code, value, indicator].includes(-1)) return undefined;
    return {
      row(cells, line) {
        const [procedure = '', units = '', mai = ''] = [code, value, indicator].map((at) =>
          cells[at]?.trim(),
        );
        if (!/^[0-9A-Z]{5}$/.test(procedure) || !/^\d+$/.test(units) || Number(units) > MOST_UNITS)
          sink.fault(
            line,
            'This row is not a code with its number of units.',
            'Take the file as CMS gives it; download it again.',
          );
        // 1 is a limit for a line; 2 and 3 are limits for a day.
        else if (!/^[123]/.test(mai))
          sink.fault(
            line,
            `The adjudication indicator of ${procedure} is not 1, 2 or 3.`,
            'Download it again.',
          );
        else sink.add(line, procedure, { units: Number(units), per: mai.startsWith('1') ? 'line' : 'day' });
      },
    };
  },
};
