/** Cases of families/ranks.ts. */
import { type EditCase, editCase } from './case.ts';
import { atClaimLevel, other, secondary, third } from './pieces.ts';

export const ranksCases: readonly EditCase[] = [
  editCase('rank', 'error', 'coverage.rank', { 'coverage.rank': 'X' }, { 'coverage.rank': 'P' }),
  editCase(
    'rank-repeated',
    'error',
    'otherCoverages.0.rank',
    { 'otherCoverages.0.rank': 'S' },
    {},
    secondary,
  ),
  editCase(
    'rank-repeated',
    'error',
    'otherCoverages.1.rank',
    { otherCoverages: [other, { ...third, rank: 'P' }] },
    { otherCoverages: [other, third] },
    secondary,
  ),
  editCase(
    'earlier-payer-missing',
    'error',
    'otherCoverages',
    { 'coverage.rank': 'S' },
    { 'coverage.rank': 'P' },
  ),
  editCase(
    'earlier-payer-undecided',
    'warning',
    'otherCoverages.0.paidAmount',
    { ...atClaimLevel, 'otherCoverages.0.adjustments': undefined, 'otherCoverages.0.paidAmount': undefined },
    { 'otherCoverages.0.paidAmount': undefined },
    secondary,
  ),
  editCase(
    'later-payer-decided',
    'warning',
    'otherCoverages.1.rank',
    { otherCoverages: [other, { ...third, paidAmount: 0 }] },
    { otherCoverages: [other, third] },
    secondary,
  ),
];
