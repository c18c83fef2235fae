/** Why nothing may be billed from a page, whatever the draft says: it is not certain whose visit it shows. */
import type { Capture } from '@claimside/shared/capture';

/** Undefined when the page shows one patient for certain. */
export function barOf({ notes, binding }: Capture): string | undefined {
  if (notes.some((note) => note.code === 'patient-mismatch')) {
    return 'Nothing can be billed while the page shows two patients.';
  }
  const unconfirmed = notes.find((note) => note.code === 'unconfirmed-patient');
  if (unconfirmed) return unconfirmed.message;
  if (binding.patient === '') {
    return "The page does not show whose chart this is, so it can't be billed from here.";
  }
  return undefined;
}
