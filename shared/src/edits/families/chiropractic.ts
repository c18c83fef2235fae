/** Edits on spinal manipulation billed to Medicare. */
import type { Edit } from '../edit.ts';
import { isMedicare } from '../payer-kinds.ts';
import { isIn, SPINAL_MANIPULATION } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

/** Acute treatment; or a notice that it may not be covered, or that it is not. */
const SAYS_WHY: readonly string[] = ['AT', 'GA', 'GX', 'GY', 'GZ'];

export const chiropracticEdits: readonly Edit[] = [
  {
    id: 'chiropractic-at',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.modifiers'],
    source: 'CMS, Benefit Policy Manual ch. 15 §240',
    summary:
      'Spinal manipulation for Medicare carries AT (acute treatment), or a modifier that says why it is billed without.',
    check: eachLine(({ procedureCode, modifiers }, index, { coverage }, _context, report) => {
      if (!isMedicare(coverage) || !procedureCode || !isIn(procedureCode, SPINAL_MANIPULATION)) return;
      if (!modifiers?.some((modifier) => SAYS_WHY.includes(modifier)))
        report(
          linePath(index, 'modifiers'),
          'Medicare takes spinal manipulation without AT for maintenance, and does not pay it.',
          'Add AT for active treatment, or GA, GX, GY or GZ.',
        );
    }),
  },
  {
    id: 'chiropractic-initial-treatment',
    severity: 'warning',
    snip: 6,
    fields: ['initialTreatmentDate'],
    source: 'CMS, Claims Processing Manual ch. 26, item 14; X12 837P 2300 DTP*454',
    summary: 'Spinal manipulation for Medicare says when the course of treatment began.',
    check({ coverage, serviceLines, initialTreatmentDate }, _context, report) {
      if (!isMedicare(coverage) || initialTreatmentDate) return;
      const isOpen = serviceLines?.some(
        (line) =>
          line.procedureCode && !line.initialTreatmentDate && isIn(line.procedureCode, SPINAL_MANIPULATION),
      );
      if (isOpen)
        report(
          'initialTreatmentDate',
          'Medicare wants to know when this course of spinal treatment began.',
          'Type the date of the first treatment.',
        );
    },
  },
];
