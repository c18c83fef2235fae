/** Edits on service lines: how many, the form of codes, what they point to. */
import { isIsoDate, yearsBetween } from '../../values/index.ts';
import type { Edit } from '../edit.ts';
import { AGE_BOUND } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

/** CPT: four digits and a digit or letter; HCPCS level II: a letter and four digits. Some payers have codes under W to Z. */
const PROCEDURE = /^(\d{4}[0-9AFMTU]|[A-Z]\d{4})$/;
const DENTAL = /^D\d{4}$/;
const MOST_LINES = 50;

export const serviceLineEdits: readonly Edit[] = [
  {
    id: 'line-count',
    severity: 'error',
    snip: 2,
    fields: ['serviceLines'],
    source: 'X12 837P 2400',
    summary: 'A claim holds at most 50 lines.',
    check({ serviceLines }, _context, report) {
      if (serviceLines && serviceLines.length > MOST_LINES)
        report('serviceLines', 'A claim holds at most 50 lines.', 'Bill the rest as a second claim.');
    },
  },
  {
    id: 'procedure-code-shape',
    severity: 'error',
    snip: 5,
    fields: ['serviceLines.*.procedureCode'],
    source: 'X12 837P 2400 SV101-2',
    summary: 'A procedure has the shape of a CPT or HCPCS code: five characters.',
    check: eachLine(({ procedureCode, procedureCodeQualifier }, index, _draft, _context, report) => {
      if (!procedureCode || procedureCodeQualifier || PROCEDURE.test(procedureCode)) return;
      const path = linePath(index, 'procedureCode');
      const value = procedureCode.trim().toUpperCase();
      report(
        path,
        'This is not the shape of a CPT or HCPCS code for a professional claim.',
        'Correct the code: five characters, such as 99213 or J1030.',
        PROCEDURE.test(value) ? [{ path, value }] : undefined,
      );
    }),
  },
  {
    id: 'dental-code',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.procedureCode'],
    source: 'X12 837P 2400 SV101-2, 837D',
    summary: 'Dental codes (D) go on a dental claim unless the payer takes them on this one.',
    check: eachLine(({ procedureCode, procedureCodeQualifier }, index, _draft, _context, report) => {
      if (procedureCode && !procedureCodeQualifier && DENTAL.test(procedureCode))
        report(
          linePath(index, 'procedureCode'),
          'Most payers take dental codes on a dental claim only.',
          'Bill it as a dental claim, or take the medical code.',
        );
    }),
  },
  {
    id: 'diagnosis-pointers',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.diagnosisPointers'],
    source: 'X12 837P 2400 SV107',
    summary: 'A line points to one to four diagnoses of the claim, each once.',
    check: eachLine(({ diagnosisPointers: pointers }, index, { diagnoses }, _context, report) => {
      if (!pointers) return;
      const count = diagnoses?.length ?? 0;
      let isOutside = false;
      for (const pointer of pointers)
        if (!Number.isInteger(pointer) || pointer < 1 || pointer > count) isOutside = true;
      const repeats = hasRepeat(pointers);
      if (pointers.length <= 4 && !isOutside && !repeats) return;
      const path = linePath(index, 'diagnosisPointers');
      const distinct = [...new Set(pointers)];
      if (pointers.length > 4)
        report(path, 'A line points to at most four diagnoses.', 'Keep the four that explain it best.');
      if (isOutside)
        report(
          path,
          'The line points to a diagnosis that is not on the claim.',
          'Choose among the diagnoses above.',
        );
      if (repeats)
        report(
          path,
          'The line points to the same diagnosis twice.',
          'Remove one of the two.',
          distinct.length <= 4 && !isOutside ? [{ path, value: distinct }] : undefined,
        );
    }),
  },
  {
    id: 'procedure-age',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.procedureCode'],
    source: 'CPT, codes that are for one age by their number',
    summary: "A procedure for one age (preventive visits, vaccines with counseling) fits the patient's.",
    check: eachLine(({ procedureCode, serviceDate }, index, { patient }, _context, report) => {
      const birth = patient?.birthDate;
      if (!procedureCode || !serviceDate || !birth || !isAgeBound(procedureCode)) return;
      if (!isIsoDate(birth) || !isIsoDate(serviceDate) || serviceDate < birth) return;
      const age = yearsBetween(birth, serviceDate);
      for (const { codes, from, to } of AGE_BOUND)
        if (procedureCode >= codes[0] && procedureCode <= codes[1] && (age < from || age > to))
          report(
            linePath(index, 'procedureCode'),
            'This code is for patients of another age.',
            'Take the code for the age on the day of service, or check the birth date.',
          );
    }),
  },
];

/** Before the table is walked: both groups begin with 9. */
const isAgeBound = (code: string): boolean =>
  code.startsWith('9938') || code.startsWith('9939') || code.startsWith('9046');

function hasRepeat(pointers: readonly number[]): boolean {
  for (let index = 1; index < pointers.length; index++)
    for (let earlier = 0; earlier < index; earlier++) if (pointers[index] === pointers[earlier]) return true;
  return false;
}
