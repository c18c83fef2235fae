/** Edits by CMS's National Correct Coding Initiative, when the practice has loaded its tables. They warn only. */
import type { ClaimDraft } from '../../claim/index.ts';
import { type CodeSets, currentSet, holdsCode, PAIR_MODIFIER } from '../../codes/index.ts';
import { type IsoDate, isIsoDate } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { isIn, OFFICE_AND_HOSPITAL_VISITS } from '../tables/procedures.ts';
import { type DraftLine, eachLine, linePath } from '../walk.ts';

export const ncciEdits: readonly Edit[] = [
  {
    id: 'ncci-pair',
    severity: 'warning',
    snip: 5,
    fields: ['serviceLines.*.procedureCode', 'serviceLines.*.modifiers'],
    source: 'CMS, NCCI procedure-to-procedure edits',
    summary:
      'By the loaded NCCI table, no line is part of another one of the same day and provider unless a modifier separates them (25 for a visit).',
    check: eachLine((line, index, draft, { codeSets }, report) => {
      if (!codeSets?.pairEdit) return;
      const pair = pairOf(line, index, draft, codeSets);
      if (!pair) return;
      if (!pair.modifierAllowed)
        report(
          linePath(index, 'procedureCode'),
          `Line ${pair.line} of the same day includes this service, and no modifier can separate the two.`,
          'Remove the line, or correct the code.',
        );
      else if (isIn(line.procedureCode ?? '', OFFICE_AND_HOSPITAL_VISITS))
        report(
          linePath(index, 'modifiers'),
          `A visit beside line ${pair.line} on the same day is paid only with modifier 25.`,
          'Add 25 if the visit went beyond the procedure, or remove the line.',
        );
      else
        report(
          linePath(index, 'modifiers'),
          `Line ${pair.line} of the same day includes this service unless a modifier separates the two.`,
          'Add 59 or the X modifier that is true, or remove the line.',
        );
    }),
  },
  {
    id: 'ncci-units',
    severity: 'warning',
    snip: 5,
    fields: ['serviceLines.*.units'],
    source: 'CMS, NCCI medically unlikely edits',
    summary:
      'By the loaded NCCI table, the units of a line (or of all lines of the day with the code) are likely.',
    check: eachLine(
      ({ procedureCode, units, serviceDate, serviceDateEnd }, index, draft, { codeSets }, report) => {
        if (!codeSets?.maximumUnits || !procedureCode || units === undefined) return;
        if (!serviceDate || !isIsoDate(serviceDate) || (serviceDateEnd && serviceDateEnd !== serviceDate))
          return;
        const most = codeSets.maximumUnits(procedureCode, serviceDate);
        if (!most) return;
        const counted = most.per === 'line' ? units : unitsOfDay(draft, procedureCode, serviceDate, index);
        if (counted !== undefined && counted > most.units)
          report(
            linePath(index, 'units'),
            `More units than CMS takes for ${most.per === 'line' ? 'one line' : 'one day'} of this code (${most.units}).`,
            'Check the units.',
          );
      },
    ),
  },
];

/** The pair in which this line is the one that is not paid, with the number of the other line. A modifier that separates them, on either line, ends it. */
function pairOf(line: DraftLine, index: number, draft: ClaimDraft, codeSets: CodeSets) {
  const { procedureCode, serviceDate } = line;
  if (!procedureCode || !serviceDate || !isIsoDate(serviceDate)) return undefined;
  for (const [other, { procedureCode: paid, ...rest }] of (draft.serviceLines ?? []).entries()) {
    if (other === index || !paid || paid === procedureCode || rest.serviceDate !== serviceDate) continue;
    if (rest.renderingProvider?.npi !== line.renderingProvider?.npi) continue;
    const pair = codeSets.pairEdit?.(paid, procedureCode, serviceDate);
    if (!pair) continue;
    if (pair.modifierAllowed && (isSeparated(line, codeSets) || isSeparated(rest, codeSets))) continue;
    return { ...pair, line: other + 1 };
  }
  return undefined;
}

function isSeparated({ modifiers = [] }: Pick<DraftLine, 'modifiers'>, codeSets: CodeSets): boolean {
  const set = currentSet(PAIR_MODIFIER, codeSets);
  return modifiers.some((modifier) => holdsCode(set, modifier));
}

/** Units of the code on that day, told at its last line; undefined at the lines before. */
function unitsOfDay(
  { serviceLines = [] }: ClaimDraft,
  code: string,
  day: IsoDate,
  index: number,
): number | undefined {
  const same = (line: DraftLine) => line.procedureCode === code && line.serviceDate === day;
  if (serviceLines.slice(index + 1).some(same)) return undefined;
  return serviceLines.filter(same).reduce((sum, { units = 0 }) => sum + units, 0);
}
