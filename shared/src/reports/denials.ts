/** What payers refuse, by their reasons. */
import { type Cents, cents } from '../values/index.ts';
import type { ReportAccount } from './account.ts';

export interface ReasonRow {
  readonly group: string;
  readonly reason: string;
  readonly accounts: number;
  readonly amount: Cents;
  /** The same of each payer, the largest amount first. */
  readonly payers: readonly PayerOfReason[];
}

export interface PayerOfReason {
  readonly payerName: string;
  readonly accounts: number;
  readonly amount: Cents;
}

interface Counted {
  accounts: number;
  amount: number;
}

/** Of denied accounts, the largest amount first; an account with two reasons counts under both. */
export function denialReasons(accounts: readonly ReportAccount[]): ReasonRow[] {
  const rows = new Map<string, Counted & { group: string; reason: string; payers: Map<string, Counted> }>();
  for (const { decision, payerName } of accounts) {
    if (!decision?.isDenied) continue;
    const seen = new Set<string>();
    for (const { group, reason, amount } of decision.reasons) {
      const key = `${group} ${reason}`;
      const row = rows.get(key) ?? { group, reason, accounts: 0, amount: 0, payers: new Map() };
      const payer = row.payers.get(payerName) ?? { accounts: 0, amount: 0 };
      for (const counted of [row, payer]) {
        counted.amount += amount;
        if (!seen.has(key)) counted.accounts += 1;
      }
      row.payers.set(payerName, payer);
      rows.set(key, row);
      seen.add(key);
    }
  }
  return [...rows.values()]
    .map(({ payers, ...row }) => ({
      ...row,
      amount: cents(row.amount),
      payers: [...payers]
        .map(([payerName, { accounts, amount }]) => ({ payerName, accounts, amount: cents(amount) }))
        .toSorted((a, b) => b.amount - a.amount || (a.payerName < b.payerName ? -1 : 1)),
    }))
    .toSorted((a, b) => b.amount - a.amount || (`${a.group}${a.reason}` < `${b.group}${b.reason}` ? -1 : 1));
}
