/** Edits on first claims, replacements and voids. */
import { CLAIM_FREQUENCY, currentSet, holdsCode } from '../../codes/index.ts';
import type { Edit } from '../edit.ts';

export const frequencyEdits: readonly Edit[] = [
  {
    id: 'frequency',
    severity: 'error',
    snip: 2,
    fields: ['frequency'],
    source: 'X12 837P 2300 CLM05-3',
    summary: 'A claim is a first one (1), a replacement (7) or a void (8).',
    check({ frequency }, { codeSets }, report) {
      if (frequency && !holdsCode(currentSet(CLAIM_FREQUENCY, codeSets), frequency))
        report(
          'frequency',
          'The claim is neither a first one nor a replacement nor a void.',
          'Choose 1, 7 or 8.',
        );
    },
  },
  {
    id: 'frequency-needs-payer-number',
    severity: 'error',
    snip: 4,
    fields: ['payerClaimControlNumber'],
    source: 'X12 837P 2300 REF*F8, CLM05-3',
    summary: "A replacement or void names the payer's number of the first claim.",
    check({ frequency, payerClaimControlNumber }, _context, report) {
      if ((frequency === '7' || frequency === '8') && !payerClaimControlNumber)
        report(
          'payerClaimControlNumber',
          "A replacement or void needs the payer's number of the first claim.",
          "Enter the payer's claim control number from the remittance.",
        );
    },
  },
  {
    id: 'payer-number-on-first-claim',
    severity: 'warning',
    snip: 4,
    fields: ['payerClaimControlNumber'],
    source: 'X12 837P 2300 REF*F8, CLM05-3',
    summary: "A first claim names no earlier claim of the payer's.",
    check({ frequency, payerClaimControlNumber }, _context, report) {
      if (frequency === '1' && payerClaimControlNumber)
        report(
          'payerClaimControlNumber',
          "A first claim names the payer's number of an earlier one.",
          'Send it as a replacement (7), or clear the number.',
        );
    },
  },
];
