/** A list of coverage checks as a table: who, for which day, and what the payer said. */
import type { CoverageBatch, CoverageToCheck } from '@claimside/shared/api';
import { checkSentences, checkWord, serviceOfCheck, stateOfCheck } from '@claimside/shared/patients';
import type { TableToWrite } from '../tables/index.ts';

const HEADINGS = [
  'Last name',
  'First name',
  'Date of birth',
  'Payer',
  'Payer ID',
  'Member ID',
  'Date of service',
  'Coverage',
  'What the payer says',
  'Asked',
];

export function tableOfBatch({ entries }: CoverageBatch, list: readonly CoverageToCheck[]): TableToWrite {
  const rows = list.map(({ patient, coverage, serviceDate }, at) => {
    const { check = null, message = '' } = entries[at] ?? {};
    const said = check ? checkSentences(check, serviceOfCheck(check)) : [message];
    return [
      ...[patient.lastName, patient.firstName, patient.birthDate],
      ...[coverage.payerName, coverage.payerId, coverage.memberId ?? '', serviceDate],
      check ? checkWord({ outcome: check.outcome, state: stateOfCheck(check) }).label : 'Not asked',
      said.join(' '),
      check?.askedAt ?? '',
    ];
  });
  return { headings: HEADINGS, rows };
}
