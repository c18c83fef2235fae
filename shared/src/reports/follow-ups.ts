/** Which payers have had claims for so long without a decision that somebody should ask them. */
import { PAPER_DAYS } from '../lifecycle/index.ts';
import { addDays, type Cents, cents, daysBetween, type IsoDate } from '../values/index.ts';
import type { ReportAccount } from './account.ts';

/** What payers ask to be given before they are called, Monday to Friday; holidays count as if they were none. */
export const BUSINESS_DAYS = 30;

export interface FollowUpDue {
  /** Of the one that has the claim now, whichever was billed first. */
  readonly payerName: string;
  readonly accounts: number;
  /** Open at the payer. */
  readonly amount: Cents;
  /** Since when the one that has waited longest waits. */
  readonly waitsSince: IsoDate;
}

/** By payer, those with the largest amount first. `onPaper`: names of payers that get claims on paper, after `PAPER_DAYS`. */
export function followUpsDue(
  accounts: readonly ReportAccount[],
  today: IsoDate,
  onPaper: ReadonlySet<string> = new Set(),
): FollowUpDue[] {
  const isDue = (payerName: string, since: IsoDate) =>
    onPaper.has(payerName)
      ? daysBetween(since, today) >= PAPER_DAYS
      : businessDaysBetween(since, today) >= BUSINESS_DAYS;
  const rows = new Map<string, FollowUpDue>();
  for (const { lastPayerName: payerName, money, isClosed, waitsSince } of accounts) {
    if (isClosed || waitsSince === undefined || !isDue(payerName, waitsSince)) continue;
    const row = rows.get(payerName) ?? { payerName, accounts: 0, amount: cents(0), waitsSince };
    rows.set(payerName, {
      payerName,
      accounts: row.accounts + 1,
      amount: cents(row.amount + Math.max(money.open, 0)),
      waitsSince: daysBetween(row.waitsSince, waitsSince) > 0 ? row.waitsSince : waitsSince,
    });
  }
  return [...rows.values()].toSorted((a, b) => b.amount - a.amount || (a.payerName < b.payerName ? -1 : 1));
}

/** Days from Monday to Friday after the one, up to and with the other. */
export function businessDaysBetween(from: IsoDate, to: IsoDate): number {
  const days = daysBetween(from, to);
  if (days <= 0) return 0;
  const weeks = Math.floor(days / 7);
  const rest = Array.from({ length: days % 7 }, (_, at) => addDays(from, weeks * 7 + at + 1));
  return weeks * 5 + rest.filter((day) => !isWeekend(day)).length;
}

const isWeekend = (day: IsoDate): boolean => [0, 6].includes(new Date(day).getUTCDay());
