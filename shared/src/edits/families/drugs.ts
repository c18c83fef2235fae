/** Edits on drugs: the NDC, its quantity, and where payers ask for it. */
import type { Edit } from '../edit.ts';
import type { FieldWrite } from '../finding.ts';
import { INJECTED_DRUGS, isIn } from '../tables/procedures.ts';
import { eachLine, linePath } from '../walk.ts';

const NDC = /^\d{11}$/;
/** The three ways in which ten digits stand on a package; the hyphens say where the zero goes. */
const HYPHENATED = /^(\d{4}-\d{4}-\d{2}|\d{5}-\d{3}-\d{2}|\d{5}-\d{4}-\d{1,2})$/;

export const drugEdits: readonly Edit[] = [
  {
    id: 'ndc',
    severity: 'error',
    snip: 5,
    fields: ['serviceLines.*.drug.code'],
    source: 'FDA, NDC; X12 837P 2410 LIN03',
    summary: 'An NDC is eleven digits without hyphens (5-4-2).',
    check: eachLine(({ drug }, index, _draft, _context, report) => {
      if (!drug?.code || drug.qualifier || NDC.test(drug.code)) return;
      const path = linePath(index, 'drug.code');
      report(
        path,
        'An NDC has eleven digits.',
        'Write it as on the package, with a zero before the part that is a digit short.',
        inElevenDigits(path, drug.code),
      );
    }),
  },
  {
    id: 'drug-quantity',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.drug.quantity'],
    source: 'X12 837P 2410 CTP04',
    summary: 'The quantity of a drug is more than zero.',
    check: eachLine(({ drug }, index, _draft, _context, report) => {
      if (drug?.quantity !== undefined && !(drug.quantity > 0))
        report(
          linePath(index, 'drug.quantity'),
          'The quantity of the drug must be more than zero.',
          'Type how much was given.',
        );
    }),
  },
  {
    id: 'drug-numbers',
    severity: 'error',
    snip: 4,
    fields: ['serviceLines.*.drug.prescriptionNumber'],
    source: 'X12 837P 2410 REF*VY, REF*XZ',
    summary: 'A drug has the number of its prescription or the number that links a compound, not both.',
    check: eachLine(({ drug }, index, _draft, _context, report) => {
      if (drug?.prescriptionNumber && drug.linkSequenceNumber)
        report(
          linePath(index, 'drug.prescriptionNumber'),
          'A drug has a prescription number or a number that links a compound, not both.',
          'Keep the prescription number, or the other one where there is no prescription.',
        );
    }),
  },
  {
    id: 'ndc-needed',
    severity: 'warning',
    snip: 6,
    fields: ['serviceLines.*.drug.code'],
    source: 'Deficit Reduction Act of 2005, section 6002',
    summary: 'An injected drug (J code) billed to Medicaid carries its NDC.',
    check: eachLine(({ drug, procedureCode }, index, { coverage }, _context, report) => {
      if (coverage?.claimFilingIndicator !== 'MC' || drug || !procedureCode) return;
      if (isIn(procedureCode, INJECTED_DRUGS))
        report(
          linePath(index, 'drug.code'),
          'Medicaid wants the NDC of the drug.',
          'Type it with quantity and unit from the package.',
        );
    }),
  },
];

/** Hyphens say which part is a digit short; without them the zero could go anywhere. */
function inElevenDigits(path: string, written: string): readonly FieldWrite[] | undefined {
  const code = written.trim();
  if (!HYPHENATED.test(code)) return undefined;
  const [labeler = '', product = '', size = ''] = code.split('-');
  return [{ path, value: labeler.padStart(5, '0') + product.padStart(4, '0') + size.padStart(2, '0') }];
}
