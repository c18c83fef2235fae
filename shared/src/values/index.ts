export { type Cents, cents, formatMoney, parseMoney, sumCents } from './cents.ts';
export {
  addDays,
  daysBetween,
  earliestDateOnEarth,
  type IsoDate,
  isIsoDate,
  latestDateOnEarth,
  parseDate,
  type UtcInstant,
  yearsBetween,
} from './dates.ts';
export { isEmail } from './email.ts';
export { isNpi } from './npi.ts';
export { err, ok, type Result } from './result.ts';
export { dateIn, isTimeZone, startOfDay } from './time-zone.ts';
