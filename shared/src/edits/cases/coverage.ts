/** Cases of families/coverage.ts. */
import { type EditCase, editCase } from './case.ts';

export const coverageCases: readonly EditCase[] = [
  editCase('payer', 'error', 'coverage.payerId', { coverage: { memberId: 'W1234' } }, {}),
  editCase('payer', 'error', 'coverage.payerId', { 'coverage.payerId': undefined }, {}),
  editCase('payer', 'error', 'coverage.payerId', { 'coverage.claimFilingIndicator': undefined }, {}),
  editCase(
    'payer-id-shape',
    'error',
    'coverage.payerId',
    { 'coverage.payerId': '6005' },
    {},
    { context: { clearinghouse: { payerIdPattern: /^[A-Z0-9]{5}$/ } } },
  ),
  editCase(
    'claim-filing-indicator',
    'error',
    'coverage.claimFilingIndicator',
    { 'coverage.claimFilingIndicator': 'QQ' },
    { 'coverage.claimFilingIndicator': '16' },
  ),
  editCase(
    'group-name-beside-number',
    'repaired',
    'coverage.groupName',
    { 'coverage.groupName': 'Foundry', 'coverage.groupNumber': '0017' },
    { 'coverage.groupName': 'Foundry' },
  ),
];
