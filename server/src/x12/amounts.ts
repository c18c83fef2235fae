/** Decimal amounts of X12 (type R) to and from whole cents and counts, exactly and without floating point. */
import { type Cents, cents } from '@claimside/shared/values';

/**
 * Reads money: `125`, `125.5`, `.5`, `5.`, `-12.00`. Undefined for anything else: a plus sign, a thousands separator, an
 * exponent, a fraction of a cent.
 */
export function readCents(text: string): Cents | undefined {
  const amount = text.trim();
  const isNegative = amount.charCodeAt(0) === MINUS;
  let total = 0;
  let digits = 0;
  /** Behind the point, of which there is at most one. */
  let decimals = -1;
  for (let at = isNegative ? 1 : 0; at < amount.length; at += 1) {
    const digit = amount.charCodeAt(at) - ZERO;
    if (digit === POINT - ZERO && decimals < 0) {
      decimals = 0;
      continue;
    }
    if (digit < 0 || digit > 9) return undefined;
    digits += 1;
    if (decimals >= 0) decimals += 1;
    if (decimals <= 2) total = total * 10 + digit;
    else if (digit > 0) return undefined;
  }
  if (digits === 0) return undefined;
  total *= decimals <= 0 ? 100 : decimals === 1 ? 10 : 1;
  if (!Number.isSafeInteger(total)) return undefined;
  return cents(isNegative && total !== 0 ? -total : total);
}

/** So many digits, and two more for cents, are a number that is held exactly. */
const MOST_DIGITS = 13;

/** The same of bytes, when they are as almost always: at most 13 characters with at most two decimals; NaN of any others. */
export function centsAt(bytes: Uint8Array, from: number, end: number): number {
  // Behind an empty element may stand a minus that divides elements.
  const isNegative = from < end && bytes[from] === MINUS;
  const start = isNegative ? from + 1 : from;
  if (end - start > MOST_DIGITS) return Number.NaN;
  let total = 0;
  let point = -1;
  for (let at = start; at < end; at += 1) {
    const digit = (bytes[at] ?? 0) - ZERO;
    if (digit >= 0 && digit <= 9) total = total * 10 + digit;
    else if (digit === POINT - ZERO && point < 0) point = at;
    else return Number.NaN;
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  if (decimals > 2 || end - start === (point < 0 ? 0 : 1)) return Number.NaN;
  total *= decimals === 2 ? 1 : decimals === 1 ? 10 : 100;
  return isNegative && total !== 0 ? -total : total;
}

const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;

/** Writes money the shortest way: `125`, `125.5`, `-12.05`, `0`. */
export function writeCents(amount: Cents): string {
  if (amount % 100 === 0) return String(amount / 100);
  const magnitude = Math.abs(amount);
  const fraction = String(magnitude % 100)
    .padStart(2, '0')
    .replace(/0+$/, '');
  const whole = Math.trunc(magnitude / 100);
  return `${amount < 0 ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Reads a quantity such as units; undefined when the text is no plain decimal number, or has more digits than writing it
 * would give back.
 */
export function readQuantity(text: string): number | undefined {
  const match = /^(-?)0*(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match || !/\d/.test(text)) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  const value = Number(text);
  const decimals = fraction.replace(/0+$/, '');
  const shortest = `${value === 0 ? '' : sign}${whole || '0'}${decimals === '' ? '' : `.${decimals}`}`;
  return writeQuantity(value) === shortest ? value : undefined;
}

/** Writes a quantity with at most three decimals and no exponent. */
export function writeQuantity(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  return value.toFixed(3).replace(/\.?0+$/, '');
}

/** Reads a whole number of zero or more; undefined otherwise. */
export function readCount(text: string): number | undefined {
  return /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined;
}

/** True when two control numbers are the same: as numbers when both are digits (`101` is `000000101`), else as text. */
export function isSameControlNumber(a: string, b: string): boolean {
  return plainControlNumber(a) === plainControlNumber(b);
}

/** Without the zeros that it may be padded with. */
export function plainControlNumber(text: string): string {
  const number = text.trim();
  return /^\d+$/.test(number) ? number.replace(/^0+(?=\d)/, '') : number;
}
