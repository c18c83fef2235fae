/** Cuts short texts out of a file without making one that was made before: codes, qualifiers and numbers come again and again. */

/** A power of two. */
const PLACES = 4096;
const KEYS = new Int32Array(PLACES);
const TEXTS: string[] = new Array<string>(PLACES).fill('');
/** So many ASCII characters make one key. */
const LONGEST = 4;
const SPREAD = 0x9e3779b1;

/** The text from `start` to `end` without blanks at its ends. It holds printable ASCII characters only. */
export function plainText(text: string, start: number, end: number): string {
  if (start >= end) return '';
  if (text.charCodeAt(start) === BLANK || text.charCodeAt(end - 1) === BLANK)
    return text.slice(start, end).trim();
  if (end - start > LONGEST) return text.slice(start, end);
  let key = 0;
  for (let at = start; at < end; at += 1) key = (key << 8) | text.charCodeAt(at);
  const place = (Math.imul(key, SPREAD) >>> 16) & (PLACES - 1);
  if (KEYS[place] === key) return TEXTS[place] ?? '';
  const made = text.slice(start, end);
  KEYS[place] = key;
  TEXTS[place] = made;
  return made;
}

const BLANK = 0x20;

/** The parts of a text without blanks at their ends. */
export function divided(text: string, separator: string): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let end = text.indexOf(separator); end >= 0; end = text.indexOf(separator, start)) {
    parts.push(trimmed(text.slice(start, end)));
    start = end + 1;
  }
  parts.push(trimmed(start === 0 ? text : text.slice(start)));
  return parts;
}

/** Most elements have no blanks: told by two characters, without a call. */
export function trimmed(text: string): string {
  if (text === '') return text;
  return isVisible(text.charCodeAt(0)) && isVisible(text.charCodeAt(text.length - 1)) ? text : text.trim();
}

function isVisible(code: number): boolean {
  return code > 0x20 && code < 0x80;
}
