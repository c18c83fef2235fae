/** X12 dates (`CCYYMMDD`, ranges, and the short `YYMMDD` of the ISA) to and from `YYYY-MM-DD`. */
import { type IsoDate, isIsoDate } from '@claimside/shared/values';

/** Stands where a file lacks a date that the model must have; always together with a finding. Equal to no date. */
export const NO_DATE = '' as IsoDate;

/** Reads `20261122`, or the first day of a range `20261122-20261124`; undefined when it is no existing date. */
export function readDate(text: string): IsoDate | undefined {
  const days = text.trim();
  if (days.length !== 8 && !/^\d{8}-\d{8}$/.test(days)) return undefined;
  const date = `${days.slice(0, 4)}-${days.slice(4, 6)}-${days.slice(6, 8)}`;
  return isIsoDate(date) ? date : undefined;
}

/** Reads the last day of a range `20261122-20261124`; undefined when it is no range. */
export function readRangeEnd(text: string): IsoDate | undefined {
  const end = /^\d{8}-(\d{8})$/.exec(text.trim())?.[1];
  return end === undefined ? undefined : readDate(end);
}

/** Reads `YYMMDD` as a date of this century (ISA09). */
export function readShortDate(text: string): IsoDate | undefined {
  return /^\d{6}$/.test(text) ? readDate(`20${text}`) : undefined;
}

/** `20261122`. */
export function writeDate(date: IsoDate): string {
  return date.slice(0, 4) + date.slice(5, 7) + date.slice(8);
}

/** `20261122-20261124`. */
export function writeDateRange(start: IsoDate, end: IsoDate): string {
  return `${writeDate(start)}-${writeDate(end)}`;
}
