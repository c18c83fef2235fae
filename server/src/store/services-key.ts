/** Tells whether two claims bill the same services, whatever the visit was called when they were read. */
import { createHash } from 'node:crypto';
import { nameKey } from '@claimside/shared/capture';
import type { Claim } from '@claimside/shared/claim';

/**
 * SHA-256 in hex over patient (name and birth date) and services (dates, code, modifiers, charge), in no order of lines:
 * equal for claims that a payer would call duplicates of each other.
 */
export function servicesKeyOf({ patient, serviceLines }: Claim): string {
  const services = serviceLines
    .map(({ procedureCode, modifiers, chargeAmount, serviceDate, serviceDateEnd }) =>
      [serviceDate, serviceDateEnd ?? serviceDate, procedureCode, ...modifiers.toSorted(), chargeAmount].join(
        ' ',
      ),
    )
    .sort();
  const parts = [nameKey(patient.lastName), nameKey(patient.firstName), patient.birthDate, services];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
