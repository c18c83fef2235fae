/** Edits on amounts, and on what kind of claim this is. */
import { draftTotalCharge } from '../claim/index.ts';
import { formatMoney } from '../values/index.ts';
import type { Edit } from './registry.ts';

export const moneyEdits: readonly Edit[] = [
  {
    id: 'charge-zero',
    severity: 'error',
    *check({ serviceLines = [] }) {
      for (const [index, { chargeAmount }] of serviceLines.entries())
        if (chargeAmount !== undefined && !(Number.isSafeInteger(chargeAmount) && chargeAmount > 0))
          yield {
            path: `serviceLines.${index}.chargeAmount`,
            message: 'The charge must be more than zero.',
            fix: "Type the line's charge.",
          };
    },
  },
  {
    id: 'paid-over-charge',
    severity: 'warning',
    *check(draft) {
      const total = draftTotalCharge(draft);
      if ((draft.patientPaidAmount ?? 0) > total)
        yield {
          path: 'patientPaidAmount',
          message: `The patient paid more than the charge of ${formatMoney(total)}.`,
          fix: 'Check the amount.',
        };
    },
  },
  {
    id: 'frequency-needs-payer-number',
    severity: 'error',
    *check({ frequency, payerClaimControlNumber }) {
      if ((frequency === '7' || frequency === '8') && !payerClaimControlNumber)
        yield {
          path: 'payerClaimControlNumber',
          message: "A replacement or void needs the payer's number of the first claim.",
          fix: "Enter the payer's claim control number from the remittance.",
        };
    },
  },
];
