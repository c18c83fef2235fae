/** A short text that stands for itself: a part cut out of a file would keep the whole block of the file in memory. */

/** No element that a person must see is longer; what is taken for one may be as long as a whole broken file. */
const LONGEST = 256;
/** Parts so short are always copies: V8 points into the longer text only from 13 characters on. */
const ALWAYS_OWN = 12;

/** A copy of the text, cut where it is too long. */
export function ownText(text: string): string {
  if (text.length <= ALWAYS_OWN) return text;
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return Buffer.from(start, 'utf16le').toString('utf16le');
}
