/** An equation of an 835 that does not hold, in a sentence. */
import { formatMoney } from '@claimside/shared/values';
import type { BalanceFinding } from '../../../transactions/remittance-835/index.ts';

const EQUATION: Readonly<Record<BalanceFinding['level'], string>> = {
  line: 'charge less adjustments',
  claim: 'charge less all adjustments',
  charge: 'the charges of the lines together',
  check: 'payments of claims less provider adjustments',
};

export function balanceText({ level, computed, stated, patientControlNumber, line }: BalanceFinding): string {
  const where = [
    patientControlNumber === undefined ? 'The payment' : `Claim ${patientControlNumber}`,
    ...(line === undefined ? [] : [`line ${line + 1}`]),
  ].join(', ');
  return `${where}: ${EQUATION[level]} ${level === 'charge' ? 'are' : 'is'} ${formatMoney(computed)}, and ${formatMoney(stated)} is stated.`;
}
