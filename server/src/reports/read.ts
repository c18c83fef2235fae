/** A report of the practice, from its own rows: figures of a time, and what is owed and due today. */
import { setImmediate } from 'node:timers/promises';
import type { PracticeSettings, Report, ReportAsked, ReportGroup } from '@claimside/shared/api';
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
  const today = now.slice(0, 10) as IsoDate;
  const isLive = (await listConnections(scope)).some(({ settings }) => settings.mode === 'live');
  const counted = { mode: isLive ? 'live' : 'test' } as const;
  const { settings } = await getPractice(scope);
  const served = await accountsServed(scope, from, to, counted);
  const total = forApi(summaryOf(served));
  await setImmediate();
  const groups = await rowsBy(served, asked.by, settings);
  await setImmediate();
  const months = asked.by === 'month' ? groups : await rowsBy(served, 'month', settings);
  await setImmediate();
  const owed = await accountsOwed(scope, counted);
  const amount = sumCents(owed.map(receivableOf));
  const aging = agingOf(owed, today);
  const last = daysBetween(to, today) > 0 ? to : today;
  return {
    from,
    to,
    today,
    by: asked.by,
    isTestOnly: !isLive,
    total,
    groups,
    months,
    owed: {
      accounts: owed.length,
      amount,
      // Before its first visit a practice had no days that could be averaged.
      daysInReceivables:
        daysInReceivables(
          amount,
          sumCents(served.map(({ money }) => money.charge)),
          served[0]?.servedOn ?? from,
          last,
        ) ?? null,
      agingDays: [...AGING_DAYS],
      insurance: [...aging.insurance],
      patient: [...aging.patient],
      agingAccounts: [...aging.accounts],
    },
    denialReasons: denialReasons(served).map((row) => ({ ...row, payers: [...row.payers] })),
    deadlines: deadlineRows(await deadlinesBy(scope, addDays(today, DEADLINE_DAYS.month), counted), today),
    followUps: followUpsDue(owed, today),
  };
}

const KEYS: Readonly<Record<ReportGroup, (account: ReportAccount) => string>> = {
  payer: ({ payerName }) => payerName,
  provider: ({ renderingNpi }) => renderingNpi,
  month: monthOf,
};

/** One group at a time: each is as long as its accounts are many. */
async function rowsBy(
  accounts: readonly ReportAccount[],
  by: ReportGroup,
  practice: PracticeSettings | null,
): Promise<Report['groups']> {
  const rows: Report['groups'] = [];
  for await (const [key, own] of inTurns(groupsBy(accounts, KEYS[by]), 1)) {
    const name = by === 'provider' ? (nameOfProvider(practice, key) ?? `NPI ${key}`) : key;
    rows.push({ key, name, ...forApi(summaryOf(own)) });
  }
  return rows;
}

const forApi = ({ daysToFile, daysToDecision, ...summary }: Summary): Report['total'] => ({
  ...summary,
  daysToFile: daysToFile ?? null,
  daysToDecision: daysToDecision ?? null,
});
