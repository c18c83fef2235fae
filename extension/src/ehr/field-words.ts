/** Names of fields as a person reads them. Part of the vocabulary that a page is handed. */
import { CAPTURE_FIELDS, type CaptureField } from '@claimside/shared/capture';

/** `patient.address.postalCode` as words: `postal code`. */
function wordsOf(field: CaptureField): string {
  const whose = field.startsWith('subscriber.') ? "subscriber's " : '';
  if (field.endsWith('.line1')) return `${whose}street`;
  return whose + (field.split('.').at(-1) ?? field).replace(/(?=[A-Z])/g, ' ').toLowerCase();
}

export const FIELD_WORDS = Object.fromEntries(
  CAPTURE_FIELDS.map((field) => [field, wordsOf(field)]),
) as Record<CaptureField, string>;
