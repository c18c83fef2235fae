/** Edits on amounts. */
import type { ClaimDraft } from '../../claim/index.ts';
import type { Edit } from '../edit.ts';
import { eachLine, linePath } from '../walk.ts';

/** CPT category II: counted, not paid. */
const NOT_PAID = /^\d{4}F$/;

export const moneyEdits: readonly Edit[] = [
  {
    id: 'charge',
    severity: 'error',
    snip: 1,
    fields: ['serviceLines.*.chargeAmount'],
    source: 'X12 837P 2400 SV102',
    summary: 'A charge is an amount in whole cents, not negative.',
    check: eachLine(({ chargeAmount: charge }, index, _draft, _context, report) => {
      if (charge !== undefined && !(Number.isSafeInteger(charge) && charge >= 0))
        report(
          linePath(index, 'chargeAmount'),
          'The charge is not an amount of zero or more.',
          "Type the line's charge.",
        );
    }),
  },
  {
    id: 'charge-zero',
    severity: 'warning',
    snip: 7,
    fields: ['serviceLines.*.chargeAmount'],
    source: 'Payers pay or refuse nothing',
    summary: 'A charge is more than zero, but for codes that only report quality.',
    check: eachLine(({ chargeAmount, procedureCode }, index, _draft, _context, report) => {
      if (chargeAmount === 0 && !(procedureCode && NOT_PAID.test(procedureCode)))
        report(
          linePath(index, 'chargeAmount'),
          'The charge is zero: many payers refuse it.',
          "Type the line's charge, or leave it if the code only reports.",
        );
    }),
  },
  {
    id: 'paid-over-charge',
    severity: 'warning',
    snip: 3,
    fields: ['patientPaidAmount'],
    source: 'X12 837P 2300 AMT*F5, CLM02',
    summary: 'The patient did not pay more than the charges.',
    check(draft, _context, report) {
      const paid = draft.patientPaidAmount;
      if (paid !== undefined && paid > totalOf(draft))
        report('patientPaidAmount', 'The patient paid more than all charges.', 'Check the amount.');
    },
  },
  {
    id: 'amount',
    severity: 'error',
    snip: 1,
    fields: ['patientPaidAmount', 'serviceLines.*.salesTaxAmount', 'serviceLines.*.postageAmount'],
    source: 'X12 837P 2300 AMT*F5, 2400 AMT*T, AMT*F4',
    summary: 'An amount beside the charge is not negative.',
    check({ patientPaidAmount, serviceLines: lines }, _context, report) {
      const fix = 'Correct it or clear it.';
      if (patientPaidAmount !== undefined && !isAmount(patientPaidAmount))
        report('patientPaidAmount', 'What the patient paid is not an amount of zero or more.', fix);
      if (!lines) return;
      for (let index = 0; index < lines.length; index++) {
        const { salesTaxAmount: tax, postageAmount: postage } = lines[index] ?? {};
        if (tax !== undefined && !isAmount(tax))
          report(linePath(index, 'salesTaxAmount'), 'The tax is not an amount of zero or more.', fix);
        if (postage !== undefined && !isAmount(postage))
          report(linePath(index, 'postageAmount'), 'The postage is not an amount of zero or more.', fix);
      }
    },
  },
];

const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && amount >= 0;

/** In cents; charges that are no amounts are left out, as they are told elsewhere. */
function totalOf({ serviceLines = [] }: ClaimDraft): number {
  let total = 0;
  for (const { chargeAmount } of serviceLines)
    if (chargeAmount !== undefined && Number.isFinite(chargeAmount)) total += chargeAmount;
  return total;
}
