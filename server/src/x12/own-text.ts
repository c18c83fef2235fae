/** A short text that stands for itself: a part cut out of a file would keep the whole block of the file in memory. */

/** No element that a person must see is longer; what is taken for one may be as long as a whole broken file. */
const LONGEST = 256;

/** A copy of the text, cut where it is too long. */
export function ownText(text: string): string {
  const start = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return Buffer.from(start, 'utf16le').toString('utf16le');
}
