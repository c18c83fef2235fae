/** Cases of families/balance.ts. */
import { type EditCase, editCase } from './case.ts';
import { adjudication, atClaimLevel, secondary } from './pieces.ts';

export const balanceCases: readonly EditCase[] = [
  editCase(
    'line-balance',
    'error',
    `${adjudication}.paidAmount`,
    { [`${adjudication}.paidAmount`]: 11_001 },
    {},
    secondary,
  ),
  editCase(
    'claim-balance',
    'error',
    'otherCoverages.0.paidAmount',
    { ...atClaimLevel, 'otherCoverages.0.paidAmount': 15_999 },
    atClaimLevel,
    secondary,
  ),
  editCase(
    'claim-balance',
    'error',
    'otherCoverages.0.paidAmount',
    { ...atClaimLevel, 'otherCoverages.0.adjustments': undefined, 'otherCoverages.0.paidAmount': 0 },
    {
      ...atClaimLevel,
      'otherCoverages.0.adjustments': undefined,
      'otherCoverages.0.paidAmount': 0,
      'otherCoverages.0.nonCoveredAmount': 28_100,
    },
    secondary,
  ),
  editCase(
    'paid-balance',
    'error',
    'otherCoverages.0.paidAmount',
    {
      'serviceLines.1.adjudications': undefined,
      'otherCoverages.0.adjustments': [{ group: 'CO', reason: '45', amount: 4_600 }],
    },
    {},
    secondary,
  ),
];
