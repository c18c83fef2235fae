/** The keys under which claims of the same patient, or for the same services, find each other. */
import { createHash } from 'node:crypto';
import type { Claim } from '@claimside/shared/claim';
import { patientText, servicesText } from '@claimside/shared/edits';

/** SHA-256 in hex, as the sidebar makes it too when it asks whether a visit was billed before. */
export function servicesKeyOf(claim: Claim): string {
  return sha256(servicesText(claim));
}

/** SHA-256 in hex, as the sidebar makes it too when it asks how the patient was insured before. */
export function patientKeyOf(claim: {
  readonly patient: Pick<Claim['patient'], 'lastName' | 'firstName' | 'birthDate'>;
}): string {
  return sha256(patientText(claim));
}

function sha256(text: string | undefined): string {
  if (text === undefined) throw new Error('a claim without patient or services');
  return createHash('sha256').update(text).digest('hex');
}
