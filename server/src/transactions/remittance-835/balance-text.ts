/** An equation of an 835 that does not hold, in a sentence. */
import { formatMoney } from '@claimside/shared/values';
import type { BalanceFinding } from './balance.ts';

const EQUATION: Readonly<Record<BalanceFinding['level'], string>> = {
  line: 'charge less adjustments',
  claim: 'charge less all adjustments',
  charge: 'the charges of the lines together',
  check: 'payments of claims less provider adjustments',
};

/** For a place that is known already. */
export function equationText({ level, computed, stated }: BalanceFinding): string {
  return `${EQUATION[level]} ${level === 'charge' ? 'are' : 'is'} ${formatMoney(computed)}, and ${formatMoney(stated)} is stated.`;
}

export function balanceText(finding: BalanceFinding): string {
  const { patientControlNumber, line } = finding;
  const where = [
    patientControlNumber === undefined ? 'The payment' : `Claim ${patientControlNumber}`,
    ...(line === undefined ? [] : [`line ${line + 1}`]),
  ].join(', ');
  return `${where}: ${equationText(finding)}`;
}
