/** Cases of families/money.ts. */
import { type EditCase, editCase } from './case.ts';

export const moneyCases: readonly EditCase[] = [
  editCase(
    'charge',
    'error',
    'serviceLines.0.chargeAmount',
    { 'serviceLines.0.chargeAmount': -100 },
    { 'serviceLines.0.chargeAmount': 100 },
  ),
  editCase('charge', 'error', 'serviceLines.0.chargeAmount', { 'serviceLines.0.chargeAmount': 10.5 }, {}),
  editCase(
    'charge-zero',
    'warning',
    'serviceLines.1.chargeAmount',
    { 'serviceLines.1.chargeAmount': 0 },
    { 'serviceLines.1.chargeAmount': 0, 'serviceLines.1.procedureCode': '3074F' },
  ),
  editCase(
    'paid-over-charge',
    'warning',
    'patientPaidAmount',
    { patientPaidAmount: 28_101 },
    { patientPaidAmount: 28_100 },
  ),
  editCase('amount', 'error', 'patientPaidAmount', { patientPaidAmount: -1 }, { patientPaidAmount: 0 }),
  editCase(
    'amount',
    'error',
    'serviceLines.1.salesTaxAmount',
    { 'serviceLines.1.salesTaxAmount': 1.5 },
    { 'serviceLines.1.salesTaxAmount': 150 },
  ),
];
