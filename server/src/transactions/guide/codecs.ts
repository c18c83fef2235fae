/** Values of elements to and from the model: text, codes, money, numbers, dates, yes and no. */
import { type Cents, isIsoDate } from '@claimside/shared/values';
import {
  readCents,
  readCount,
  readDate,
  readQuantity,
  writeCents,
  writeDate,
  writeQuantity,
} from '../../x12/index.ts';
import type { Codec } from './rules.ts';

/** Data of people: folded to the characters that the file may have. */
export const TEXT: Codec = {
  parse: (text) => text,
  format: (value, fold) => (typeof value === 'string' ? fold(value) : ''),
};

/** Whole cents. */
export const CENTS: Codec = {
  parse: readCents,
  format: (value) => (isCents(value) ? writeCents(value) : ''),
};

/** A decimal number. */
export const QUANTITY: Codec = {
  parse: readQuantity,
  format: (value) => (typeof value === 'number' ? writeQuantity(value) : ''),
};

/** A whole number of zero or more. */
export const COUNT: Codec = {
  parse: readCount,
  format: (value) => (typeof value === 'number' ? String(value) : ''),
};

/** `CCYYMMDD`. */
export const DATE: Codec = {
  parse: (text) => (text.length === 8 ? readDate(text) : undefined),
  format: (value) => (typeof value === 'string' && isIsoDate(value) ? writeDate(value) : ''),
};

/** True as `text`, anything else is nothing. */
export function flag(text: string): Codec {
  return {
    parse: (read) => (read === text ? true : undefined),
    format: (value) => (value === true ? text : ''),
  };
}

/** True as one text, false as another. */
export function either(yes: string, no: string): Codec {
  return {
    parse: (text) => (text === yes ? true : text === no ? false : undefined),
    format: (value) => (value === true ? yes : value === false ? no : ''),
  };
}

/** Text that the model leaves out where it is `usual`, which is what the file says then. */
export function unless(usual: string): Codec {
  return { ...TEXT, usual, format: (value, fold) => (typeof value === 'string' ? fold(value) : usual) };
}

function isCents(value: unknown): value is Cents {
  return typeof value === 'number' && Number.isSafeInteger(value);
}
