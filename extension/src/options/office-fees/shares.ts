/** The share of claims to payers that take no part, for each day of a month. */
import type { MonthOfFees } from '@claimside/shared/api';

export type Day = MonthOfFees['groups'][number]['days'][number];

/** A day without claims has the share of the day before it; after the last it is not known. */
export function sharesOf(days: readonly Day[], month: string): { days: number[]; shares: (number | null)[] } {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate();
  const last = days.at(-1)?.date ?? '';
  const numbers = Array.from({ length }, (_, index) => index + 1);
  const shares = numbers.map((day) => {
    const date = `${month}-${String(day).padStart(2, '0')}`;
    const known = date > last ? undefined : days.findLast((one) => one.date <= date);
    const all = known ? known.par + known.nonPar : 0;
    return known && all > 0 ? (known.nonPar / all) * 100 : null;
  });
  return { days: numbers, shares };
}
