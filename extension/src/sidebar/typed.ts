/** What people type into forms about money, read: an amount or a day, or the sentence why it is none. */
import {
  type Cents,
  err,
  formatMoney,
  type IsoDate,
  ok,
  parseDate,
  parseMoney,
  type Result,
} from '@claimside/shared/values';

/** Above zero, and at most `most`. */
export function readAmount(typed: string, most?: Cents): Result<Cents, string> {
  const amount = parseMoney(typed);
  if (amount === undefined || amount <= 0) return err('Write an amount such as 25.00.');
  if (most !== undefined && amount > most) return err(`At most ${formatMoney(most)}.`);
  return ok(amount);
}

/** Not after `today`. */
export function readDay(typed: string, today: IsoDate): Result<IsoDate, string> {
  const day = parseDate(typed);
  if (day === undefined) return err('Write a date such as 2026-11-30.');
  return day > today ? err('That day is still to come.') : ok(day);
}

/** An amount as it stands in a field. */
export const amountText = (amount: Cents): string => formatMoney(amount).replace(/[$,]/g, '');
