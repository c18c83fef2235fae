/** Dates as publishers write them in their files, and the few sums with dates that lists need. */
import { type IsoDate, isIsoDate, parseDate } from '@claimside/shared/values';

/** `20261001`, `10/01/2026`, `2026-10-01`; undefined when it is not exactly one date. */
export function readFileDate(text: string): IsoDate | undefined {
  const digits = /^(\d{4})(\d{2})(\d{2})$/.exec(text.trim());
  if (!digits) return parseDate(text);
  const date = `${digits[1]}-${digits[2]}-${digits[3]}`;
  return isIsoDate(date) ? date : undefined;
}

/** The same day a year earlier; of 29 February the 1 March. */
export function yearBefore(day: IsoDate): IsoDate {
  const sameDay = `${Number(day.slice(0, 4)) - 1}${day.slice(4)}`;
  return isIsoDate(sameDay) ? sameDay : (`${sameDay.slice(0, 4)}-03-01` as IsoDate);
}
