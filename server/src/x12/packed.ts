/** Short texts as numbers, so that ids and codes are told apart without making a text of each. */

const LONGEST = 4;

/** Of one to four bytes of ASCII; 0 of any others. No two texts have the same. */
export function packedAt(bytes: Uint8Array, from: number, end: number): number {
  if (end - from > LONGEST) return 0;
  let number = 0;
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7f) return 0;
    number = (number << 8) | byte;
  }
  return number;
}

/** The same of a text. */
export function packed(text: string): number {
  return packedAt(Buffer.from(text), 0, Buffer.byteLength(text));
}
