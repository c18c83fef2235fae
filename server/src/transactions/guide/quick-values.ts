/** Whole numbers and dates read straight from the bytes of a file, where they stand as almost always. */
import type { IsoDate } from '@claimside/shared/values';
import { readDate } from '../../x12/index.ts';

/** So many digits are a number that is held exactly. */
const MOST_DIGITS = 13;

/** A number of nothing but digits; -1 of anything else. */
export function wholeAt(bytes: Uint8Array, from: number, end: number): number {
  if (end - from > MOST_DIGITS) return -1;
  let total = 0;
  for (let at = from; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit < 0 || digit > 9) return -1;
    total = total * 10 + digit;
  }
  return total;
}

/** Days met before, by their eight digits as a number; those that are none, too. */
const MET = new Map<number, IsoDate | undefined>();
/** With one more, all are forgotten. */
const MOST_DAYS = 4096;

/** The day of eight digits; undefined of anything else. */
export function dayAt(bytes: Uint8Array, from: number, end: number): IsoDate | undefined {
  const digits = end - from === 8 ? wholeAt(bytes, from, end) : -1;
  if (digits < 0) return undefined;
  const met = MET.get(digits);
  return met !== undefined || MET.has(digits) ? met : meet(digits);
}

function meet(digits: number): IsoDate | undefined {
  if (MET.size === MOST_DAYS) MET.clear();
  const day = readDate(String(digits).padStart(8, '0'));
  MET.set(digits, day);
  return day;
}

const ZERO = 0x30;
