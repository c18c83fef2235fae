/** Decimal amounts of X12 (type R) to and from whole cents and counts, exactly and without floating point. */
import { type Cents, cents } from '@claimside/shared/values';

/**
 * Reads money: `125`, `125.5`, `.5`, `5.`, `-12.00`. Undefined for anything else: a plus sign, a thousands separator, an
 * exponent, a fraction of a cent.
 */
export function readCents(text: string): Cents | undefined {
  const match = /^(-?)(\d*)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return undefined;
  const [, sign, whole = '', fraction = ''] = match;
  if (whole === '' && fraction === '') return undefined;
  if (/[1-9]/.test(fraction.slice(2))) return undefined;
  const amount = Number(whole || '0') * 100 + Number(fraction.slice(0, 2).padEnd(2, '0'));
  if (!Number.isSafeInteger(amount)) return undefined;
  return cents(sign === '-' && amount !== 0 ? -amount : amount);
}

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
