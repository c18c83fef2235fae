/** Edits on the insurance that is billed: which payer, which kind. */
import { CLAIM_FILING, currentSet, holdsCode } from '../../codes/index.ts';
import type { Edit } from '../edit.ts';

export const coverageEdits: readonly Edit[] = [
  {
    id: 'payer',
    severity: 'error',
    snip: 2,
    fields: ['coverage.payerId'],
    source: 'X12 837P 2010BB',
    summary: "The payer is one of the practice's list, with name, id and kind of insurance.",
    check({ coverage }, _context, report) {
      const path = 'coverage.payerId';
      if (coverage?.payerId && coverage.payerName && coverage.claimFilingIndicator) return;
      if (!coverage?.payerId && coverage?.payerName)
        report(
          path,
          "The payer named in the chart is not in the practice's payer list.",
          'Choose the payer; an admin can add it, or this name for it, to the list.',
        );
      else report(path, 'The payer is missing.', "Choose the payer from the practice's list.");
    },
  },
  {
    id: 'payer-id-shape',
    severity: 'error',
    snip: 7,
    fields: ['coverage.payerId'],
    source: "The clearinghouse's own pattern (Office Ally: five letters or digits)",
    summary: 'The payer id has the form by which the clearinghouse routes claims.',
    check({ coverage }, { clearinghouse }, report) {
      const pattern = clearinghouse?.payerIdPattern;
      if (pattern && coverage?.payerId && !pattern.test(coverage.payerId))
        report(
          'coverage.payerId',
          'The payer ID does not have the form that the clearinghouse routes by.',
          "Choose the payer from the practice's list.",
        );
    },
  },
  {
    id: 'claim-filing-indicator',
    severity: 'error',
    snip: 2,
    fields: ['coverage.claimFilingIndicator'],
    source: 'X12 837P 2000B SBR09',
    summary: 'The kind of insurance is of the list.',
    check({ coverage }, { codeSets }, report) {
      const code = coverage?.claimFilingIndicator;
      if (code && !holdsCode(currentSet(CLAIM_FILING, codeSets), code))
        report(
          'coverage.claimFilingIndicator',
          'The kind of insurance is not one that a claim can name.',
          "Choose the payer from the practice's list.",
        );
    },
  },
  {
    id: 'group-name-beside-number',
    severity: 'repaired',
    snip: 4,
    fields: ['coverage.groupName'],
    source: 'X12 837P 2000B SBR04',
    summary: 'A group name is only sent where there is no group number.',
    check({ coverage }, _context, report) {
      if (coverage?.groupNumber && coverage.groupName)
        report(
          'coverage.groupName',
          'The group name is not sent, as there is a group number.',
          'Nothing to do.',
          [{ path: 'coverage.groupName' }],
        );
    },
  },
];
