/** Edits on units: more than none, and no more than a day allows. */
import type { Edit } from '../edit.ts';
import { isIn, ONCE_A_DAY } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

/** SV104: eight digits in all, as the guide has it, kept to what payers take. */
const MOST_UNITS = 99_999;

export const unitEdits: readonly Edit[] = [
  {
    id: 'units',
    severity: 'error',
    snip: 2,
    fields: ['serviceLines.*.units'],
    source: 'X12 837P 2400 SV104',
    summary: 'Units are more than zero and at most 99,999, with at most three decimals.',
    check: eachLine(({ units }, index, _draft, _context, report) => {
      if (units === undefined || (units > 0 && units <= MOST_UNITS && hasThreeDecimals(units))) return;
      const path = linePath(index, 'units');
      if (!(units > 0))
        report(path, 'The units must be more than zero.', 'Type how many, or remove the line.');
      else if (units > MOST_UNITS) report(path, 'The units are more than 99,999.', 'Correct them.');
      else report(path, 'The units have more than three decimals.', 'Round them as the payer counts.');
    }),
  },
  {
    id: 'units-a-day',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.units'],
    source: 'CMS, NCCI: one unit a day',
    summary: 'A visit and a spinal treatment count once a day.',
    check: eachLine(
      ({ units, procedureCode, serviceDate, serviceDateEnd }, index, _draft, _context, report) => {
        if (!procedureCode || units === undefined || units <= 1 || !isIn(procedureCode, ONCE_A_DAY)) return;
        if (serviceDateEnd && serviceDateEnd !== serviceDate) return;
        report(
          linePath(index, 'units'),
          'This counts once a day, and the line has more units on one day.',
          'Type 1, or give the range of days.',
        );
      },
    ),
  },
];

const hasThreeDecimals = (units: number): boolean =>
  Number.isInteger(units) || Math.abs(units * 1000 - Math.round(units * 1000)) < 1e-6;
