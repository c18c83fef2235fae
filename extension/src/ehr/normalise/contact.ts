/** Phone and postal code as X12 wants them. */
import type { Vocabulary } from '../vocabulary.ts';

/** Ten digits; a leading US country code and an extension are dropped. */
export function phone(text: string, { around }: Vocabulary): string | undefined {
  const withoutExtension = text.replace(around.phoneExtension, '');
  if (/[^\d\s().+-]/.test(withoutExtension)) return undefined;
  const digits = withoutExtension.replace(/\D/g, '').replace(/^1(?=\d{10}$)/, '');
  return /^[2-9]\d{9}$/.test(digits) ? digits : undefined;
}

/** Five digits, or nine with their hyphen dropped. */
export function postalCode(text: string): string | undefined {
  const match = /^(\d{5})(?:-?(\d{4}))?$/.exec(text.trim());
  return match ? `${match[1]}${match[2] ?? ''}` : undefined;
}
