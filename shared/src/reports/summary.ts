/** What a practice wants to know of its visits of some time: how surely, how soon and how fully they are paid. */
import { patientBalance } from '../lifecycle/index.ts';
import { type Cents, cents, daysBetween, type IsoDate, sumCents } from '../values/index.ts';
import type { ReportAccount } from './account.ts';
import { type Days, daysOf, type Share, shareOf } from './measures.ts';

export interface Summary {
  readonly accounts: number;
  readonly charges: Cents;
  /** By insurances. */
  readonly paid: Cents;
  readonly patientPaid: Cents;
  /** Owed by insurances and by patients. */
  readonly receivable: Cents;
  /** Accepted at once, of those that were answered. */
  readonly acceptedAtOnce: Share;
  /** Accepted at once and not denied, of those that were decided. */
  readonly paidAtOnce: Share;
  /** Denied at first, of those that were decided. */
  readonly denied: Share;
  /** From the service to the bill. */
  readonly daysToFile: Days | undefined;
  /** From the bill to the first decision. */
  readonly daysToDecision: Days | undefined;
  /** Of accounts with a contract that are decided: what was to be expected by it. */
  readonly expected: Cents;
  /** Of these: what the payer said that insurance and patient owe. */
  readonly allowed: Cents;
  /** Of these: what insurances and patients have paid. */
  readonly collected: Cents;
  /** Of how many accounts these three are. */
  readonly underContract: number;
}

export function summaryOf(accounts: readonly ReportAccount[]): Summary {
  const answered = accounts.filter(({ firstAnswer }) => firstAnswer !== undefined);
  const decided = accounts.filter(({ decision }) => decision !== undefined);
  const underContract = decided.filter(({ expected }) => expected !== undefined);
  const sum = (all: readonly ReportAccount[], amount: (account: ReportAccount) => Cents) =>
    sumCents(all.map(amount));
  return {
    accounts: accounts.length,
    charges: sum(accounts, ({ money }) => money.charge),
    paid: sum(accounts, ({ money }) => money.paid),
    patientPaid: sum(accounts, ({ money }) => money.patientPaid),
    receivable: sum(accounts, receivableOf),
    acceptedAtOnce: shareOf(answered, ({ firstAnswer }) => firstAnswer === 'accepted'),
    paidAtOnce: shareOf(
      decided,
      ({ firstAnswer, decision }) => firstAnswer !== 'rejected' && decision?.isDenied === false,
    ),
    denied: shareOf(decided, ({ decision }) => decision?.isDenied === true),
    daysToFile: daysOf(accounts.map(({ servedOn, billedOn }) => daysBetween(servedOn, billedOn))),
    daysToDecision: daysOf(
      decided.flatMap(({ billedOn, decision }) => (decision ? daysBetween(billedOn, decision.on) : [])),
    ),
    expected: sum(underContract, ({ expected }) => expected ?? cents(0)),
    allowed: sum(underContract, ({ money }) => cents(money.paid + money.patientResponsibility)),
    collected: sum(underContract, ({ money }) => cents(money.paid + money.patientPaid)),
    underContract: underContract.length,
  };
}

/** What is still owed on an account; nothing on a closed one, and no less for what was paid too much. */
export function receivableOf({ money, isClosed }: Pick<ReportAccount, 'money' | 'isClosed'>): Cents {
  if (isClosed) return cents(0);
  return cents(Math.max(money.open, 0) + Math.max(patientBalance(money), 0));
}

/**
 * Days in accounts receivable: all that is owed, in days of average charges. `charges`: of the days from `from` to `to`. Undefined
 * without charges.
 */
export function daysInReceivables(
  receivable: Cents,
  charges: Cents,
  from: IsoDate,
  to: IsoDate,
): number | undefined {
  const days = daysBetween(from, to) + 1;
  return charges > 0 && days > 0 ? receivable / (charges / days) : undefined;
}

export interface GroupRow extends Summary {
  readonly name: string;
}

/** The same for each payer, provider or month: in the order of their names. */
export const summaryBy = (
  accounts: readonly ReportAccount[],
  nameOf: (account: ReportAccount) => string,
): GroupRow[] => groupsBy(accounts, nameOf).map(([name, own]) => ({ name, ...summaryOf(own) }));

/** Each name with its accounts, in the order of the names. */
export function groupsBy(
  accounts: readonly ReportAccount[],
  nameOf: (account: ReportAccount) => string,
): (readonly [name: string, accounts: readonly ReportAccount[]])[] {
  const groups = new Map<string, ReportAccount[]>();
  for (const account of accounts) {
    const name = nameOf(account);
    const own = groups.get(name);
    if (own) own.push(account);
    else groups.set(name, [account]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}

/** `2026-11`. */
export const monthOf = ({ servedOn }: ReportAccount): string => servedOn.slice(0, 7);
