/** Edits on anesthesia: minutes, and who gave it. */
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { ANESTHESIA, ANESTHESIA_IN_UNITS, isIn } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

const MINUTES_OF_A_DAY = 1440;
const GIVEN_BY: readonly string[] = ['AA', 'AD', 'QK', 'QX', 'QY', 'QZ'];

const isTimed = (code: string): boolean => isIn(code, ANESTHESIA) && !isIn(code, ANESTHESIA_IN_UNITS);

export const anesthesiaEdits: readonly Edit[] = [
  {
    id: 'anesthesia-minutes',
    severity: 'warning',
    snip: 4,
    fields: ['serviceLines.*.unitOfMeasure'],
    source: 'X12 837P 2400 SV103; CMS, Claims Processing Manual ch. 12 §50',
    summary:
      'Anesthesia (00100 to 01999, but for daily care and an add-on) counts in minutes, and nothing else does.',
    check: eachLine(
      ({ procedureCode, procedureCodeQualifier, unitOfMeasure }, index, _draft, _context, report) => {
        if (!procedureCode || procedureCodeQualifier) return;
        if (unitOfMeasure === 'MJ') {
          if (!isTimed(procedureCode))
            report(
              linePath(index, 'unitOfMeasure'),
              'The line counts minutes, and its code is not one of anesthesia.',
              'Count units.',
            );
        } else if (isTimed(procedureCode))
          report(
            linePath(index, 'unitOfMeasure'),
            'Anesthesia counts minutes, and the line counts units.',
            'Count minutes (MJ).',
          );
      },
    ),
  },
  {
    id: 'anesthesia-day',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.units'],
    source: 'A day has 1,440 minutes',
    summary: 'Anesthesia on one day has no more minutes than the day.',
    check: eachLine(
      ({ unitOfMeasure, units, serviceDate, serviceDateEnd }, index, _draft, _context, report) => {
        if (unitOfMeasure !== 'MJ' || units === undefined || units <= MINUTES_OF_A_DAY) return;
        if (!serviceDateEnd || serviceDateEnd === serviceDate)
          report(linePath(index, 'units'), 'The line has more minutes than a day.', 'Correct the minutes.');
      },
    ),
  },
  {
    id: 'anesthesia-given-by',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, Claims Processing Manual ch. 12 §50',
    summary: 'Anesthesia for Medicare says by a modifier who gave or directed it.',
    check: eachLine(({ procedureCode, modifiers }, index, { coverage }, _context, report) => {
      if (!isMedicare(coverage) || !procedureCode || !isIn(procedureCode, ANESTHESIA)) return;
      if (!modifiers?.some((modifier) => GIVEN_BY.includes(modifier)))
        report(
          linePath(index, 'modifiers'),
          'Medicare wants a modifier that says who gave or directed the anesthesia.',
          'Add AA, AD, QK, QX, QY or QZ.',
        );
    }),
  },
];
