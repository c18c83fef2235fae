/** Cases of families/frequency.ts. */
import { type EditCase, editCase } from './case.ts';

export const frequencyCases: readonly EditCase[] = [
  editCase('frequency', 'error', 'frequency', { frequency: 'Q' }, { frequency: '1' }),
  editCase(
    'frequency-needs-payer-number',
    'error',
    'payerClaimControlNumber',
    { frequency: '7' },
    { frequency: '7', payerClaimControlNumber: 'P77' },
  ),
  editCase(
    'frequency-needs-payer-number',
    'error',
    'payerClaimControlNumber',
    { frequency: '8' },
    { frequency: '1' },
  ),
  editCase(
    'payer-number-on-first-claim',
    'warning',
    'payerClaimControlNumber',
    { payerClaimControlNumber: 'P77' },
    { payerClaimControlNumber: 'P77', frequency: '7' },
  ),
];
