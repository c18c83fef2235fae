/** Dates, money, units and place of service as pages write them. */
import type { DateOrder } from '@claimside/shared/recipe';
import { isNpi, parseDate, parseMoney } from '@claimside/shared/values';
import type { Vocabulary } from '../vocabulary.ts';

/** ISO date, also out of `1978-04-12 (048Y)`, `DOB: 04/12/1978 Age: 48` and `Mon, Nov 16, 2026`; the month first where nothing else is told. */
export const date = (text: string, words: Vocabulary): string | undefined =>
  dateIn(text, 'mdy', words)?.value;

/**
 * The same, and whether it is surely that day: `04/12/1978` is one of two on a page that does not tell its order, and
 * `16/11/2026` is no date of a page that writes the month first.
 */
export function dateIn(
  text: string,
  order: DateOrder | undefined,
  { around }: Vocabulary,
): { value: string; isSure: boolean } | undefined {
  const bare = text
    .trim()
    .replace(around.dateLabel, '')
    .replace(around.age, '')
    .replace(around.dateMark, '$1$2')
    .replace(around.datePieces, '$1/$2/$3');
  const isDayFirst = order === 'dmy';
  const first = parseDate(bare, isDayFirst);
  const other = parseDate(bare, !isDayFirst);
  const value = first ?? other;
  if (value === undefined) return undefined;
  const isSure = order ? first !== undefined : !first || !other || first === other;
  return { value, isSure };
}

/** Dollars and cents without sign and commas: `185.00`. A negative amount is no charge. */
export function money(text: string): string | undefined {
  const amount = parseMoney(text);
  if (amount === undefined || amount < 0) return undefined;
  return (amount / 100).toFixed(2);
}

/** A positive number without padding: `1`, `2.5`, from `2.0` and `1 UN`; minutes are not units. */
export function units(text: string): string | undefined {
  const match = /^(\d{1,5}(?:\.\d{1,3})?)\s*(?:un|units?)?$/i.exec(text.trim());
  if (!match || Number(match[1]) === 0) return undefined;
  return String(Number(match[1]));
}

/** CMS place of service, two digits, from `11`, `11 - Office`, `Office (11)`, `POS 11`, `2`. */
export function placeOfService(text: string, { placeOfService }: Vocabulary): string | undefined {
  const [, inFront, inBrackets] = placeOfService.exec(text) ?? [];
  return (inFront ?? inBrackets)?.padStart(2, '0');
}

/** A National Provider Identifier with a right check digit, also behind an address as in `…us-npi: 1234567893`. */
export function npi(text: string): string | undefined {
  const digits = /(?:^|[:\s])(\d{10})$/.exec(text)?.[1];
  return digits !== undefined && isNpi(digits) ? digits : undefined;
}
