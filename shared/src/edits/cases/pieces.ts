/** Pieces of claims that cases of several families use. */
import type { CodeSets } from '../../codes/index.ts';
import { exampleClaim, secondaryClaim } from '../../examples/index.ts';

export const referring = { lastName: 'Referrer', firstName: 'Rita', npi: '1987654328' };
export const street = { line1: '9 Example Way', city: 'Springfield', state: 'IL', postalCode: '627010009' };
export const long = (length: number) => 'Q'.repeat(length);
export const known = (codeSets: CodeSets) => ({ context: { codeSets } });
export const line = (more: object) => ({ ...exampleClaim.serviceLines[1], ...more });
export const first = (field: string) => `serviceLines.0.${field}`;
export const other = secondaryClaim.otherCoverages?.[0];
export const third = {
  ...other,
  rank: 'T',
  payer: { name: 'Imaginary Mutual', id: '99999' },
  paidAmount: undefined,
};
export const adjudication = 'serviceLines.0.adjudications.0';
export const atClaimLevel = {
  'otherCoverages.0.adjustments': [{ group: 'CO', reason: '45', amount: 12_100 }],
  'otherCoverages.0.payer.adjudicationDate': '2026-11-20',
  'serviceLines.0.adjudications': undefined,
  'serviceLines.1.adjudications': undefined,
};
export const secondary = { claim: secondaryClaim };
