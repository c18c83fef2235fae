/**
 * The shape of a value without the value: what a taught page is compared with later. Digits, capitals and small letters
 * stand for themselves as kinds, so that nothing of a patient can be told from it.
 */

/** Longer texts are cut; their length is of no use. */
const LONGEST = 40;

/** `Quintero, Marta` is `Aa, Aa`; `1978-04-12` is `9999-99-99`; `W123456789` is `A999999999`. */
export function shapeOf(value: string): string {
  return value.slice(0, LONGEST).replace(/[\p{L}\p{M}]+|\p{Nd}|[^\p{L}\p{M}\p{Nd}]+/gu, (part) => {
    if (/^\p{Nd}/u.test(part)) return '9';
    if (/^[\p{L}\p{M}]/u.test(part)) return kindOfLetters(part);
    return /^[ .,:()/-]+$/.test(part) ? part : '.';
  });
}

/** `A` for capitals, `a` for small letters, `Aa` for a word that begins with a capital. */
function kindOfLetters(letters: string): string {
  if (!/\p{Lu}/u.test(letters)) return 'a';
  return /^\p{Lu}+$/u.test(letters) ? 'A' : 'Aa';
}

/** Nothing but kinds and marks: what a server stores as a shape. */
export const SHAPE = /^[9Aa .,:()/-]{1,40}$/;

/** True when a value may be of the kind that stood there once: digits where digits were, letters where letters were. */
export function isLike(value: string, shape: string): boolean {
  const kinds = (text: string): string =>
    [...new Set(text.replace(/[^9Aa]/g, '').replace(/A/g, 'a'))].sort().join('');
  return kinds(shapeOf(value)) === kinds(shape);
}
