/** Calendar dates as `YYYY-MM-DD` strings; instants as UTC ISO strings. Never a Date, never a time zone. */
export type IsoDate = string & { readonly __brand: 'IsoDate' };
/** An instant such as `2026-11-22T15:04:05.123Z`. */
export type UtcInstant = string & { readonly __brand: 'UtcInstant' };

const DAY_MILLISECONDS = 86_400_000;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** True for an existing calendar date written `YYYY-MM-DD`. */
export function isIsoDate(text: string): text is IsoDate {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The number that stands there, or -1 when a character is no digit. */
function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let place = from; place < to; place++) {
    const digit = text.charCodeAt(place) - 48;
    if (digit < 0 || digit > 9) return -1;
    value = value * 10 + digit;
  }
  return value;
}

/**
 * Reads one date: `2026-11-16`, `11/16/2026`, `Nov 16, 2026`, `16-Nov-2026`, with or without a time behind it (`Nov 16, 2026, 2:00 PM`).
 * Undefined when it is not exactly one existing date, has a two-digit year, or is none in this order of day and month.
 */
export function parseDate(text: string, isDayFirst = false): IsoDate | undefined {
  const t = text.trim().replace(/,?[T ]\d+:\d[\d.:]*\s*([ap]m|z)?$/i, '');
  let m = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(t);
  if (m) return build(m[1], m[2], m[3]);
  m = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(t);
  if (m) return isDayFirst ? build(m[3], m[2], m[1]) : build(m[3], m[1], m[2]);
  m = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(t);
  if (m) return build(m[3], monthNumber(m[1]), m[2]);
  m = /^(\d{1,2})[-\s]([a-z]{3,9})\.?[-\s,]+(\d{4})$/i.exec(t);
  if (m) return build(m[3], monthNumber(m[2]), m[1]);
  return undefined;
}

const LAST_ZONE_MILLISECONDS = 12 * 3_600_000;
const FIRST_ZONE_MILLISECONDS = 14 * 60 * 60 * 1000;

/**
 * The calendar date where the day begins first (UTC+14): only what is in the future there is in the future everywhere, so
 * that no practice has its visit of today refused by a server that does not know where it is.
 */
export function latestDateOnEarth(now: UtcInstant): IsoDate {
  const there = new Date(Date.parse(now) + FIRST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  if (!isIsoDate(there)) throw new Error('the clock gives no calendar date');
  return there;
}

/** The calendar date where the day begins last (UTC-12): what has begun there has begun everywhere. */
export function earliestDateOnEarth(now: UtcInstant): IsoDate {
  const there = new Date(Date.parse(now) - LAST_ZONE_MILLISECONDS).toISOString().slice(0, 10);
  if (!isIsoDate(there)) throw new Error('the clock gives no calendar date');
  return there;
}

/** Whole days from one calendar day to another; negative when `to` is earlier. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}

/** The calendar day so many days later; earlier for a negative number. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(Date.parse(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 10) as IsoDate;
}

/** Completed years from one calendar day to another, as people count age. */
export function yearsBetween(from: IsoDate, to: IsoDate): number {
  const years = digits(to, 0, 4) - digits(from, 0, 4);
  const months = digits(to, 5, 7) - digits(from, 5, 7);
  const isBeforeTheDay = months < 0 || (months === 0 && digits(to, 8, 10) < digits(from, 8, 10));
  return isBeforeTheDay ? years - 1 : years;
}

function build(year = '', month = '', day = ''): IsoDate | undefined {
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isIsoDate(text) ? text : undefined;
}

function monthNumber(name = ''): string {
  return String(MONTHS.indexOf(name.slice(0, 3).toLowerCase()) + 1);
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
