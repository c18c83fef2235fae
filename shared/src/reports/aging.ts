/** How old is what is still owed, from the day of service: by insurances, and by patients. */
import { patientBalance } from '../lifecycle/index.ts';
import { type Cents, cents, daysBetween, type IsoDate } from '../values/index.ts';
import type { ReportAccount } from './account.ts';

/** Days up to which an amount belongs to each; the last has no end. */
export const AGING_DAYS = [30, 60, 90, 120] as const;

/** `0–30`, `31–60` … `over 120`. */
export function agesOf(ends: readonly number[]): string[] {
  const spans = ends.map((end, at) => `${at === 0 ? 0 : (ends[at - 1] ?? 0) + 1}–${end}`);
  return [...spans, `over ${ends.at(-1) ?? 0}`];
}

export interface Aging {
  /** One more than `AGING_DAYS`. */
  readonly insurance: readonly Cents[];
  readonly patient: readonly Cents[];
  /** On which something is owed, by either. */
  readonly accounts: readonly number[];
}

/** What was paid too much lessens no other account's debt: it is left out. */
export function agingOf(accounts: readonly ReportAccount[], today: IsoDate): Aging {
  const none = () => Array.from({ length: AGING_DAYS.length + 1 }, () => cents(0));
  const insurance = none();
  const patient = none();
  const owing = Array.from({ length: AGING_DAYS.length + 1 }, () => 0);
  for (const { servedOn, money, isClosed } of accounts) {
    if (isClosed) continue;
    const age = daysBetween(servedOn, today);
    const found = AGING_DAYS.findIndex((last) => age <= last);
    const bucket = found === -1 ? AGING_DAYS.length : found;
    const [byInsurance, byPatient] = [Math.max(money.open, 0), Math.max(patientBalance(money), 0)];
    insurance[bucket] = cents((insurance[bucket] ?? 0) + byInsurance);
    patient[bucket] = cents((patient[bucket] ?? 0) + byPatient);
    if (byInsurance + byPatient > 0) owing[bucket] = (owing[bucket] ?? 0) + 1;
  }
  return { insurance, patient, accounts: owing };
}
