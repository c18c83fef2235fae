/** What a segment id looks like: a letter, then one or two letters or digits. */

/** The id at index `at` of a text when it is upper case and ends at the element separator or at `end`; else empty. */
export function plainIdAt(text: string, at: number, end: number, elementSeparator: number): string {
  if (!isUpper(text.charCodeAt(at)) || !isUpperOrDigit(text.charCodeAt(at + 1))) return '';
  if (at + 2 >= end) return at + 2 === end ? text.slice(at, end) : '';
  const third = text.charCodeAt(at + 2);
  if (third === elementSeparator) return text.slice(at, at + 2);
  if (!isUpperOrDigit(third)) return '';
  return at + 3 === end || text.charCodeAt(at + 3) === elementSeparator ? text.slice(at, at + 3) : '';
}

/** The id that a sender meant by the first element of a segment, in upper case; empty when it is none. */
export function meantId(text: string): string {
  const id = text.trim().toUpperCase();
  return /^[A-Z][A-Z0-9]{1,2}$/.test(id) ? id : '';
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isUpperOrDigit(code: number): boolean {
  return isUpper(code) || (code >= 0x30 && code <= 0x39);
}
