/** Tells whether two claims bill the same services, whatever the visit was called when they were read. */
import type { ClaimDraft } from '../claim/index.ts';
import { patientParts } from './same-patient.ts';

/**
 * Patient (name and birth date) and services (dates, code, modifiers, charge), in no order of lines: equal for claims that
 * a payer would call duplicates of each other. Undefined while any of these is missing. Who keeps or sends it hashes it:
 * it names the patient.
 */
export function servicesText({ patient, serviceLines = [] }: ClaimDraft): string | undefined {
  const person = patientParts(patient);
  if (person === undefined || serviceLines.length === 0) return undefined;
  const services: string[] = [];
  for (const { procedureCode, modifiers = [], chargeAmount, serviceDate, serviceDateEnd } of serviceLines) {
    if (procedureCode === undefined || chargeAmount === undefined || serviceDate === undefined)
      return undefined;
    services.push(
      [serviceDate, serviceDateEnd ?? serviceDate, procedureCode, ...modifiers.toSorted(), chargeAmount].join(
        ' ',
      ),
    );
  }
  return JSON.stringify([...person, services.sort()]);
}
