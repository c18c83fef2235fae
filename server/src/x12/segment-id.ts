/** What a segment id looks like: a letter, then one or two letters or digits. */
import { packed } from './packed.ts';

/** Ids met before, so that a segment needs no text of its own for its id; the shape bounds how many there can be. */
const MET = new Map<number, string>();

const ENVELOPE: ReadonlySet<string> = new Set(['ISA', 'TA1', 'GS', 'ST', 'SE', 'GE', 'IEA']);
const ID = /^[A-Z][A-Z0-9]{1,2}$/;
const ID_OR_LOWER = /^[A-Za-z][A-Za-z0-9]{1,2}$/;

/** Those within sets by their `packed` numbers; the others are empty. */
const WITHIN_SETS = new Map([...ENVELOPE].map((id) => [packed(id), '']));

/** The id that was `packed`; empty when it is none, or one of an envelope. */
export function idWithinSets(key: number): string {
  return WITHIN_SETS.get(key) ?? meet(key);
}

function meet(key: number): string {
  const text = String.fromCharCode(key >>> 24, (key >>> 16) & 0xff, (key >>> 8) & 0xff, key & 0xff);
  const id = text.replace(/^\0+/, '');
  if (!ID.test(id)) return '';
  // As the name of a property it is the one text of its kind that V8 has, which is quick to compare.
  const [own = id] = Object.keys({ [id]: true });
  WITHIN_SETS.set(key, own);
  return own;
}

/** The id at index `at` of a text when it is upper case and ends at the element separator or at `end`; else empty. */
export function plainIdAt(text: string, at: number, end: number, elementSeparator: number): string {
  const first = text.charCodeAt(at);
  const second = text.charCodeAt(at + 1);
  if (at + 2 > end || !isUpper(first) || !isUpperOrDigit(second)) return '';
  const third = at + 2 === end ? elementSeparator : text.charCodeAt(at + 2);
  if (third === elementSeparator) return met(first * 256 + second, text, at, 2);
  if (!isUpperOrDigit(third)) return '';
  if (at + 3 < end && text.charCodeAt(at + 3) !== elementSeparator) return '';
  return met((first * 256 + second) * 256 + third, text, at, 3);
}

/** True for the segments that open and close interchanges, groups and sets, and for the TA1 between them. */
export function isEnvelopeId(id: string): boolean {
  return ENVELOPE.has(id);
}

/** The id that a sender meant by the first element of a segment, in upper case; empty when it is none. */
export function meantId(text: string): string {
  const id = text.trim();
  // Some other letters have two capitals for one.
  return ID_OR_LOWER.test(id) ? id.toUpperCase() : '';
}

function met(key: number, text: string, at: number, length: number): string {
  let id = MET.get(key);
  if (id === undefined) {
    id = text.slice(at, at + length);
    MET.set(key, id);
  }
  return id;
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

function isUpperOrDigit(code: number): boolean {
  return isUpper(code) || (code >= 0x30 && code <= 0x39);
}
