/** A report of the practice, from its own rows: figures of a time, and what is owed and due today. */
import { setImmediate } from 'node:timers/promises';
import type { PracticeSettings, Report, ReportAsked, ReportGroup } from '@claimside/shared/api';
import { paperPayerNames } from '@claimside/shared/edits';
import {
  AGING_DAYS,
  agingOf,
  daysInReceivables,
  denialReasons,
  followUpsDue,
  groupsBy,
  monthOf,
  type ReportAccount,
  receivableOf,
  type Summary,
  summaryOf,
} from '@claimside/shared/reports';
import {
  addDays,
  type Cents,
  dateIn,
  daysBetween,
  type IsoDate,
  latestDateOnEarth,
  sumCents,
  type UtcInstant,
} from '@claimside/shared/values';
import { inTurns } from '../in-turns.ts';
import { nameOfProvider } from '../practice/index.ts';
import { listConnections } from '../store/connections.ts';
import { getPractice } from '../store/practices.ts';
import { accountsOwed, accountsServed, deadlinesBy } from '../store/report-accounts.ts';
import type { Scope } from '../store/store.ts';
import { DEADLINE_DAYS, deadlineRows } from './deadlines.ts';

const WHOLE_MONTHS = 12;

/** From the first of the month a year ago to today, where nothing else is asked for. */
export function spanOf({ from, to }: Pick<ReportAsked, 'from' | 'to'>, now: UtcInstant) {
  const last = (to as IsoDate | undefined) ?? latestDateOnEarth(now);
  const [year = 0, month = 0] = last.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 - WHOLE_MONTHS, 1)).toISOString().slice(0, 10);
  return { from: (from ?? first) as IsoDate, to: last };
}

export async function reportOf(scope: Scope, asked: ReportAsked, now: UtcInstant): Promise<Report> {
  const { from, to } = spanOf(asked, now);
  const today = dateIn(asked.timeZone, now);
  const isLive = (await listConnections(scope)).some(({ settings }) => settings.mode === 'live');
  const mode = isLive ? 'live' : 'test';
  const { settings } = await getPractice(scope);
  const all = await accountsServed(scope, from, to, { mode });
  await setImmediate();
  const choices = choicesIn(all, settings);
  const { payer, provider } = asked;
  const served = all.filter(
    (account) =>
      (payer === undefined || account.payerName === payer) &&
      (provider === undefined || account.renderingNpi === provider),
  );
  const total = forApi(summaryOf(served));
  await setImmediate();
  const counted = { mode, provider } as const;
  const allOwed = await accountsOwed(scope, counted);
  const owedOf = (name: 'payerName' | 'lastPayerName') =>
    allOwed.filter((account) => payer === undefined || account[name] === payer);
  const owed = owedOf('payerName');
  const last = daysBetween(to, today) > 0 ? to : today;
  // Before its first visit a practice had no days that could be averaged.
  const daysOwed = (amount: Cents, charges: Cents) =>
    daysInReceivables(amount, charges, all[0]?.servedOn ?? from, last) ?? null;
  const groups = await rowsBy(served, asked.by, { owed, daysOwed, practice: settings });
  await setImmediate();
  const months =
    asked.by === 'month' ? groups : await rowsBy(served, 'month', { owed, daysOwed, practice: settings });
  await setImmediate();
  const amount = sumCents(owed.map(receivableOf));
  const aging = agingOf(owed, today);
  return {
    from,
    to,
    today,
    by: asked.by,
    isTestOnly: !isLive,
    total,
    ...choices,
    groups,
    months,
    owed: {
      accounts: owed.length,
      amount,
      daysInReceivables: daysOwed(amount, sumCents(served.map(({ money }) => money.charge))),
      agingDays: [...AGING_DAYS],
      insurance: [...aging.insurance],
      patient: [...aging.patient],
      agingAccounts: [...aging.accounts],
    },
    denialReasons: denialReasons(served).map((row) => ({ ...row, payers: [...row.payers] })),
    deadlines: deadlineRows(
      await deadlinesBy(scope, addDays(today, DEADLINE_DAYS.month), { ...counted, payer }),
      today,
    ),
    followUps: followUpsDue(owedOf('lastPayerName'), today, paperPayerNames(settings?.payers ?? [])),
  };
}

const KEYS: Readonly<Record<ReportGroup, (account: ReportAccount) => string>> = {
  payer: ({ payerName }) => payerName,
  provider: ({ renderingNpi }) => renderingNpi,
  month: monthOf,
};

const providerName = (practice: PracticeSettings | null, npi: string): string =>
  nameOfProvider(practice, npi) ?? `NPI ${npi}`;

/** To what a report could be narrowed, by name. */
function choicesIn(
  accounts: readonly ReportAccount[],
  practice: PracticeSettings | null,
): Pick<Report, 'payers' | 'providers'> {
  const providers = new Set(accounts.map(KEYS.provider));
  return {
    payers: [
      ...new Set(accounts.flatMap(({ payerName, lastPayerName }) => [payerName, lastPayerName])),
    ].sort(),
    providers: [...providers]
      .map((npi) => ({ npi, name: providerName(practice, npi) }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

/** One group at a time: each is as long as its accounts are many. */
async function rowsBy(
  accounts: readonly ReportAccount[],
  by: ReportGroup,
  beside: {
    readonly owed: readonly ReportAccount[];
    daysOwed(amount: Cents, charges: Cents): number | null;
    readonly practice: PracticeSettings | null;
  },
): Promise<Report['groups']> {
  const rows: Report['groups'] = [];
  const owedBy = new Map(groupsBy(beside.owed, KEYS[by]));
  for await (const [key, own] of inTurns(groupsBy(accounts, KEYS[by]), 1)) {
    const summary = summaryOf(own);
    const owed = sumCents((owedBy.get(key) ?? []).map(receivableOf));
    rows.push({
      key,
      name: by === 'provider' ? providerName(beside.practice, key) : key,
      ...forApi(summary),
      daysInReceivables: by === 'month' ? null : beside.daysOwed(owed, summary.charges),
    });
  }
  return rows;
}

const forApi = ({ daysToFile, daysToDecision, ...summary }: Summary): Report['total'] => ({
  ...summary,
  daysToFile: daysToFile ?? null,
  daysToDecision: daysToDecision ?? null,
});
