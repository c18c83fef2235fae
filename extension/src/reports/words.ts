/** Figures as people read them; of none, nothing is said. */
import type { ReportSummary } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import { cents, formatMoney } from '@claimside/shared/values';

export const money = (amount: number): string => formatMoney(cents(amount));

export const number = (value: number): string => value.toLocaleString('en-US');

export const accounts = (count: number): string => (count === 1 ? '1 account' : `${number(count)} accounts`);

/** `93 %`; undefined of none. */
export function percent(share: ReportSummary['denied']): string | undefined {
  const fraction = fractionOf(share);
  return fraction === undefined ? undefined : percentOf(fraction);
}

/** 100 % and 0 % are said of all and of none alone. */
export function percentOf(fraction: number): string {
  const rounded = Math.round(fraction * 100);
  if (rounded === 100 && fraction < 1) return 'over 99 %';
  if (rounded === 0 && fraction > 0) return 'under 1 %';
  return `${rounded} %`;
}

export const days = (count: number): string => {
  const rounded = Math.round(count * 10) / 10;
  return rounded === 1 ? '1 day' : `${number(rounded)} days`;
};

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** `Nov 2026` of `2026-11`. */
export function monthName(month: string): string {
  const [year = '', at = ''] = month.split('-');
  return `${MONTHS[Number(at) - 1] ?? at} ${year}`;
}
