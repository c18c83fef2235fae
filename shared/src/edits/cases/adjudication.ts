/** Cases of families/adjudication.ts. */
import { type EditCase, editCase } from './case.ts';
import { adjudication, atClaimLevel, other, secondary, third } from './pieces.ts';

const seven = Array.from({ length: 7 }, (_, i) => ({ group: 'CO', reason: String(i + 1), amount: 100 }));

export const adjudicationCases: readonly EditCase[] = [
  editCase(
    'adjudication-payer',
    'error',
    `${adjudication}.payerId`,
    { [`${adjudication}.payerId`]: '11111' },
    {},
    secondary,
  ),
  editCase(
    'other-payer-repeated',
    'error',
    'otherCoverages.1.payer.id',
    { otherCoverages: [other, { ...third, payer: { name: 'Aetna', id: '60054' } }] },
    { otherCoverages: [other, third] },
    secondary,
  ),
  editCase(
    'adjudication-date-twice',
    'error',
    'otherCoverages.0.payer.adjudicationDate',
    { 'otherCoverages.0.payer.adjudicationDate': '2026-11-20' },
    atClaimLevel,
    secondary,
  ),
  editCase(
    'adjudication-date-missing',
    'error',
    'otherCoverages.0.payer.adjudicationDate',
    { ...atClaimLevel, 'otherCoverages.0.payer.adjudicationDate': undefined },
    {},
    secondary,
  ),
  editCase(
    'adjustment-group',
    'error',
    `${adjudication}.adjustments`,
    { [`${adjudication}.adjustments.0.group`]: 'QQ' },
    { [`${adjudication}.adjustments.0.group`]: 'OA' },
    secondary,
  ),
  editCase(
    'adjustment-group',
    'error',
    'otherCoverages.0.adjustments',
    { 'otherCoverages.0.adjustments': seven },
    { 'otherCoverages.0.adjustments': seven.slice(1) },
    secondary,
  ),
  editCase(
    'adjustment-zero',
    'warning',
    'otherCoverages.0.adjustments',
    { 'otherCoverages.0.adjustments': [{ group: 'OA', reason: '23', amount: 0 }] },
    {},
    secondary,
  ),
];
