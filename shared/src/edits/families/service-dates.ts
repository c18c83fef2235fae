/** Edits on dates of service. */
import { type IsoDate, isIsoDate, yearsBetween } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { type DraftLine, eachLine, linePath } from '../walk.ts';

/** Longer than any service that is billed as one, care of a pregnancy among them. */
const LONGEST_YEARS = 1;
/** Beyond every payer's filing limit. */
const OLD_YEARS = 3;

export const serviceDateEdits: readonly Edit[] = [
  {
    id: 'service-date',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.serviceDate', 'serviceLines.*.serviceDateEnd'],
    source: 'X12 837P 2400 DTP*472',
    summary:
      'A date of service is a date, not in the future, not before the birth, and ends after it begins.',
    check: eachLine(({ serviceDate: from, serviceDateEnd: to }, index, { patient }, { today }, report) => {
      if (!from) return;
      const toIsDate = !to || isIsoDate(to);
      if (!isIsoDate(from))
        report(
          linePath(index, 'serviceDate'),
          'The date of service is not a date.',
          'Write it as YYYY-MM-DD.',
        );
      else if (!toIsDate)
        report(
          linePath(index, 'serviceDateEnd'),
          'The last date of service is not a date.',
          'Write it as YYYY-MM-DD, or clear it.',
        );
      else if (from > today || (to && to > today))
        report(
          linePath(index, from > today ? 'serviceDate' : 'serviceDateEnd'),
          'The date of service is in the future.',
          'Correct the date, or bill after the visit.',
        );
      else if (to && to < from)
        report(
          linePath(index, 'serviceDateEnd'),
          'The service ends before it starts.',
          'Correct one of the two dates.',
        );
      else if (patient?.birthDate && from < patient.birthDate && isIsoDate(patient.birthDate))
        report(
          linePath(index, 'serviceDate'),
          'The date of service is before the patient was born.',
          'Correct the date of service or the birth date.',
        );
    }),
  },
  {
    id: 'service-after-death',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.serviceDate'],
    source: 'X12 837P PAT06; payers deny it',
    summary: "No service begins after the patient's death.",
    check: eachLine(({ serviceDate }, index, { patient }, _context, report) => {
      const death = patient?.dateOfDeath;
      if (death && serviceDate && serviceDate > death && isIsoDate(death) && isIsoDate(serviceDate))
        report(
          linePath(index, 'serviceDate'),
          'The date of service is after the patient died.',
          'Correct the date of service or the date of death.',
        );
    }),
  },
  {
    id: 'service-range',
    severity: 'warning',
    snip: 4,
    fields: ['serviceLines.*.serviceDateEnd'],
    source: 'Payers refuse such spans',
    summary: 'One line spans at most a year.',
    check: eachLine(({ serviceDate: from, serviceDateEnd: to }, index, _draft, _context, report) => {
      if (from && to && isIsoDate(from) && isIsoDate(to) && yearsBetween(from, to) >= LONGEST_YEARS)
        report(
          linePath(index, 'serviceDateEnd'),
          'The line spans more than a year.',
          'Check the year of both dates, or bill several lines.',
        );
    }),
  },
  {
    id: 'service-date-old',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.serviceDate'],
    source: "Beyond every payer's filing limit",
    summary:
      'A first claim is not for services of more than three years ago: the year may be wrong. Said once, at the first of the lines.',
    check(draft, { today }, report) {
      const { serviceLines: lines } = draft;
      if (!lines || isLateForAReason(draft)) return;
      for (let index = 0; index < lines.length; index++) {
        if (!isOld(lines[index]?.serviceDate, today)) continue;
        const others = linesFrom(lines, index + 1, today);
        report(
          linePath(index, 'serviceDate'),
          others.length === 0
            ? `The date of service of line ${index + 1} is more than three years ago.`
            : `The dates of service of lines ${index + 1}, ${others.join(', ')} are more than three years ago.`,
          'Check the year; if it is right, say why the claim is late.',
        );
        return;
      }
    },
  },
];

function isLateForAReason(draft: {
  readonly frequency?: string | undefined;
  readonly delayReason?: string | undefined;
}) {
  return Boolean(draft.delayReason) || draft.frequency === '7' || draft.frequency === '8';
}

/** The numbers of the old lines from a place of the list on. */
function linesFrom(lines: readonly DraftLine[], start: number, today: IsoDate): number[] {
  return lines.flatMap(({ serviceDate }, index) =>
    index >= start && isOld(serviceDate, today) ? [index + 1] : [],
  );
}

/** Cheap for the usual case: years first, the calendar only near the limit. */
function isOld(serviceDate: string | undefined, today: IsoDate): boolean {
  return serviceDate !== undefined && isIsoDate(serviceDate) && yearsBetween(serviceDate, today) >= OLD_YEARS;
}
