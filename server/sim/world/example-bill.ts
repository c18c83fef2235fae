/** What a press on *Bill this visit* sends in a simulation: the visit of the tests, of another patient for each number. */
import type { CreateClaimRequest } from '@claimside/shared/api';
import { cents } from '@claimside/shared/values';
import { billing, CLAIM } from '../../src/http/testing-bill.ts';

export function exampleBill(
  number: number,
  memberId: string,
  payerId: string = CLAIM.coverage.payerId,
): CreateClaimRequest {
  const { patient, coverage, serviceLines } = CLAIM;
  return {
    ...billing('01', {
      ...CLAIM,
      patient: { ...patient, lastName: `SIMULATED${letters(number)}` },
      coverage: { ...coverage, memberId, payerId },
      serviceLines: serviceLines.map((line) => ({ ...line, chargeAmount: cents(18_500 + number) })),
    }),
    visitKey: String(number).padStart(64, '0'),
  };
}

/** A name has no digits. */
function letters(number: number): string {
  return String(number).replaceAll(/\d/g, (digit) => 'ABCDEFGHIJ'.charAt(Number(digit)));
}
