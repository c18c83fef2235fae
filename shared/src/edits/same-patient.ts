/** Tells whether two claims are of the same patient, as far as name and birth date tell. */
import { nameKey } from '../capture/index.ts';
import type { ClaimDraft } from '../claim/index.ts';

/** Last name, first name and birth date, compared without case, accents and punctuation; undefined while any is missing. */
export function patientParts(patient: ClaimDraft['patient']): readonly string[] | undefined {
  const { lastName = '', firstName = '', birthDate = '' } = patient ?? {};
  const parts = [nameKey(lastName), nameKey(firstName), birthDate];
  return parts.includes('') ? undefined : parts;
}

/** The same as one text. Who keeps or sends it hashes it: it names the patient. */
export function patientText({ patient }: Pick<ClaimDraft, 'patient'>): string | undefined {
  const parts = patientParts(patient);
  return parts && JSON.stringify(parts);
}
