/** What payers refuse, by their reasons. */
import { type Cents, cents } from '../values/index.ts';
import type { ReportAccount } from './account.ts';

export interface ReasonRow {
  readonly group: string;
  readonly reason: string;
  readonly accounts: number;
  readonly amount: Cents;
}

/** Of denied accounts, the largest amount first; an account with two reasons counts under both. */
export function denialReasons(accounts: readonly ReportAccount[]): ReasonRow[] {
  const rows = new Map<string, { group: string; reason: string; accounts: number; amount: number }>();
  for (const { decision } of accounts) {
    if (!decision?.isDenied) continue;
    const seen = new Set<string>();
    for (const { group, reason, amount } of decision.reasons) {
      const key = `${group} ${reason}`;
      const row = rows.get(key) ?? { group, reason, accounts: 0, amount: 0 };
      rows.set(key, {
        ...row,
        accounts: row.accounts + (seen.has(key) ? 0 : 1),
        amount: row.amount + amount,
      });
      seen.add(key);
    }
  }
  return [...rows.values()]
    .map((row) => ({ ...row, amount: cents(row.amount) }))
    .toSorted((a, b) => b.amount - a.amount || (`${a.group}${a.reason}` < `${b.group}${b.reason}` ? -1 : 1));
}
