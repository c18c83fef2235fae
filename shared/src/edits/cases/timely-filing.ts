/** Cases of families/timely-filing.ts. */
import { medicareClaim } from '../../examples/index.ts';
import { type EditCase, editCase } from './case.ts';

export const timelyFilingCases: readonly EditCase[] = [
  editCase(
    'timely-filing',
    'warning',
    'serviceLines.0.serviceDate',
    {},
    {},
    { context: { payer: { timelyFilingDays: 5 } }, rightContext: { payer: { timelyFilingDays: 6 } } },
  ),
  editCase(
    'timely-filing',
    'warning',
    'serviceLines.0.serviceDate',
    {},
    { frequency: '7', payerClaimControlNumber: 'P1' },
    { context: { payer: { timelyFilingDays: 5 } } },
  ),
  editCase(
    'medicare-timely-filing',
    'warning',
    'serviceLines.1.serviceDate',
    { 'serviceLines.1.serviceDate': '2025-11-21' },
    { 'serviceLines.1.serviceDate': '2025-11-22' },
    { claim: medicareClaim },
  ),
];
