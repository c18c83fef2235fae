/** Bytes of an answer to text, in the few character sets that answers are written in. */
import { err, ok, type Result } from '@claimside/shared/values';
import { type RealTimeTrouble, troubleOf } from '../trouble.ts';

/** By what they are called; all others are refused. */
const READ_AS: ReadonlyMap<string, string> = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['utf-16', 'utf-16le'],
  ['utf-16le', 'utf-16le'],
  ['utf-16be', 'utf-16be'],
]);

/** Whether it leaves ASCII, and so X12, as it is. */
export const isAsciiBased = (charset: string) =>
  READ_AS.get(charset.toLowerCase())?.startsWith('utf-16') === false;

/** A mark at the beginning goes before what is declared. UTF-8 where nothing is. */
export function textOf(bytes: Uint8Array, charset = 'utf-8'): Result<string, RealTimeTrouble> {
  const encoding = markedAs(bytes) ?? READ_AS.get(charset.toLowerCase());
  if (encoding === undefined) return err(troubleOf('CHARSET'));
  try {
    return ok(new TextDecoder(encoding, { fatal: true }).decode(bytes));
  } catch {
    return err(troubleOf('CHARSET', { at: { byte: firstFault(bytes, encoding) } }));
  }
}

function markedAs([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return first === 0xef && second === 0xbb && third === 0xbf ? 'utf-8' : undefined;
}

/** The byte that can not stand there, by halves. */
function firstFault(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    // A character that is cut by the end is no fault yet.
    if (canDecode(bytes.subarray(0, middle), encoding)) good = middle;
    else bad = middle;
  }
  return good;
}

function canDecode(bytes: Uint8Array, encoding: string): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
