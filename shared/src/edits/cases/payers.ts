/** Cases of families/payers.ts. */
import type { IsoDate } from '../../values/index.ts';
import { type EditCase, editCase } from './case.ts';
import { secondary } from './pieces.ts';

const day = (text: string) => text as IsoDate;

export const payersCases: readonly EditCase[] = [
  editCase(
    'payer-listed',
    'warning',
    'coverage.payerId',
    {},
    {},
    { context: { payer: { isListed: false } }, rightContext: { payer: { isListed: true } } },
  ),
  editCase(
    'payer-takes-secondary',
    'warning',
    'coverage.rank',
    {},
    {},
    {
      ...secondary,
      context: { payer: { takesSecondary: false } },
      rightContext: { payer: { takesSecondary: true } },
    },
  ),
  editCase(
    'payer-takes-secondary',
    'warning',
    'coverage.rank',
    {},
    { 'otherCoverages.0.claimFilingIndicator': 'MB' },
    { ...secondary, context: { payer: { takesSecondary: 'after-medicare' } } },
  ),
  ...(['needed', 'sent', 'refused', 'not-told'] as const).flatMap((waitsFor) => [
    editCase(
      'payer-enrollment',
      'warning',
      'coverage.payerId',
      {},
      {},
      {
        context: { payer: { enrollment: { waitsFor, isBlocking: false, sentOn: day('2026-11-03') } } },
        rightContext: { payer: {} },
      },
    ),
    editCase(
      'payer-enrollment-first',
      'error',
      'coverage.payerId',
      {},
      {},
      {
        context: { payer: { enrollment: { waitsFor, isBlocking: true } } },
        rightContext: { payer: { enrollment: { waitsFor, isBlocking: false } } },
      },
    ),
  ]),
  editCase(
    'payer-paper-only',
    'warning',
    'coverage.payerId',
    {},
    {},
    { context: { payer: { isPaperOnly: true } }, rightContext: { payer: {} } },
  ),
  editCase(
    'payer-kind',
    'warning',
    'coverage.claimFilingIndicator',
    {},
    { 'coverage.claimFilingIndicator': 'HM' },
    { context: { payer: { claimFilingIndicator: 'HM' } } },
  ),
  editCase(
    'payer-wants-taxonomy',
    'warning',
    'billingProvider.taxonomy',
    { 'billingProvider.taxonomy': undefined },
    {},
    { context: { payer: { needsBillingTaxonomy: true } } },
  ),
  editCase(
    'payer-wants-authorization',
    'warning',
    'priorAuthorizationNumber',
    {},
    { priorAuthorizationNumber: 'A17' },
    { context: { payer: { needsPriorAuthorization: true } } },
  ),
  editCase(
    'coverage-in-force',
    'warning',
    'serviceLines.0.serviceDate',
    {},
    {},
    {
      context: { coveragePeriod: { begins: day('2026-11-17') } },
      rightContext: { coveragePeriod: { begins: day('2026-11-16'), ends: day('2026-11-16') } },
    },
  ),
];
