/** Dates as publishers write them in their files, and the few sums with dates that lists need. */
import { type IsoDate, isIsoDate, parseDate } from '@claimside/shared/values';

const DAY_MILLISECONDS = 24 * 60 * 60 * 1000;

/** `20261001`, `10/01/2026`, `2026-10-01`; undefined when it is not exactly one date. */
export function readFileDate(text: string): IsoDate | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!digits) return parseDate(text);
  const date = `${digits[1]}-${digits[2]}-${digits[3]}`;
  return isIsoDate(date) ? date : undefined;
}

export function dayBefore(day: IsoDate): IsoDate {
  return asDate(new Date(Date.parse(day) - DAY_MILLISECONDS));
}

/** The same day a year earlier; of 29 February the 1 March. */
export function yearBefore(day: IsoDate): IsoDate {
  return asDate(
    new Date(Date.UTC(Number(day.slice(0, 4)) - 1, Number(day.slice(5, 7)) - 1, Number(day.slice(8)))),
  );
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: IsoDate, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}

function asDate(instant: Date): IsoDate {
  const day = instant.toISOString().slice(0, 10);
  if (!isIsoDate(day)) throw new RangeError('not a calendar date');
  return day;
}
