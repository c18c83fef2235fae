/** What the line of a claim's money says of the patient's share. */
import type { ClaimMoney } from '@claimside/shared/lifecycle';
import { expect, test } from 'vitest';
import { whatWasPaid } from './amounts.tsx';

test.each([
  [0, ''],
  [1_000, ' ($10.00 of it paid)'],
  [2_148, ' (paid)'],
  [2_500, ' ($25.00 paid)'],
])('of 21.48 the patient has paid %i cents: "%s"', (patientPaid, words) => {
  expect(whatWasPaid({ patientResponsibility: 2_148, patientPaid } as ClaimMoney)).toBe(words);
});
