/** Phone and postal code as X12 wants them. */
import type { Vocabulary } from '../vocabulary.ts';

/** Ten digits; a leading US country code and an extension are dropped. */
export const phone = (text: string, { around }: Vocabulary): string | undefined =>
  around.phone.exec(text)?.[1]?.replace(/\D/g, '');

/** Five digits, or nine with their hyphen dropped. */
export function postalCode(text: string): string | undefined {
  const match = /^(\d{5})(?:-?(\d{4}))?$/.exec(text.trim());
  return match ? `${match[1]}${match[2] ?? ''}` : undefined;
}
