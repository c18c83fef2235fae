/** The tables of a report for people's spreadsheet programs: all that the page shows. */
import { adjustmentWords } from '@claimside/shared/advice';
import {
  REPORT_TABLES,
  type Report,
  type ReportAsked,
  type ReportRow,
  type ReportSummary,
  type ReportTable,
} from '@claimside/shared/api';
import { agesOf, fractionOf } from '@claimside/shared/reports';
import { cents } from '@claimside/shared/values';
import type { SheetToWrite, TableToWrite } from '../tables/index.ts';

const dollars = (amount: number): string => (amount / 100).toFixed(2);
const percent = (share: ReportSummary['denied']): string => {
  const fraction = fractionOf(share);
  return fraction === undefined ? '' : (fraction * 100).toFixed(1);
};
const days = (span: ReportSummary['daysToFile'], which: 'median' | 'ninthTenth'): string =>
  span === null ? '' : String(span[which]);
const underContract = (which: 'expected' | 'allowed' | 'collected') => (row: ReportSummary) =>
  row.underContract === 0 ? '' : dollars(row[which]);
const daysOwed = (found: number | null): string => found?.toFixed(1) ?? '';

/** A share or span of none is an empty cell; each share has the number that it is of beside it. */
const COLUMNS: readonly (readonly [heading: string, cell: (row: ReportSummary) => string])[] = [
  ['Accounts', ({ accounts }) => String(accounts)],
  ['Charges', ({ charges }) => dollars(charges)],
  ['Paid by insurances', ({ paid }) => dollars(paid)],
  ['Paid by patients', ({ patientPaid }) => dollars(patientPaid)],
  ['Still owed', ({ receivable }) => dollars(receivable)],
  ['Accepted at once %', ({ acceptedAtOnce }) => percent(acceptedAtOnce)],
  ['Answered', ({ acceptedAtOnce }) => String(acceptedAtOnce.of)],
  ['Accepted at once and not denied %', ({ paidAtOnce }) => percent(paidAtOnce)],
  ['Denied at first %', ({ denied }) => percent(denied)],
  ['Decided', ({ denied }) => String(denied.of)],
  ['Days to file, median', ({ daysToFile }) => days(daysToFile, 'median')],
  ['Days to file, nine of ten within', ({ daysToFile }) => days(daysToFile, 'ninthTenth')],
  ['Days to decision, median', ({ daysToDecision }) => days(daysToDecision, 'median')],
  ['Days to decision, nine of ten within', ({ daysToDecision }) => days(daysToDecision, 'ninthTenth')],
  ['Expected by contract', underContract('expected')],
  ['Allowed of it', underContract('allowed')],
  ['Collected of it', underContract('collected')],
  ['Accounts under contract', (row) => String(row.underContract)],
];

const WHAT: Readonly<Record<Report['by'], string>> = {
  payer: 'Payer',
  provider: 'Provider',
  month: 'Month of service',
};

type Narrowing = Pick<ReportAsked, 'payer' | 'provider'>;

/** `payer EXAMPLE HEALTH PLAN`; undefined where the report is of all. */
function narrowedTo({ providers }: Report, { payer, provider }: Narrowing): string | undefined {
  const { name } = providers.find(({ npi }) => npi === provider) ?? {};
  const said = [
    ...(payer === undefined ? [] : [`payer ${payer}`]),
    ...(provider === undefined ? [] : [`provider ${name ?? `NPI ${provider}`}`]),
  ];
  return said.length === 0 ? undefined : said.join(' and ');
}

/** One row for each group, and below them one for all. */
function grouped(
  by: Report['by'],
  groups: readonly ReportRow[],
  { total, owed }: Report,
  narrowed: string | undefined,
): TableToWrite {
  const cells = (row: ReportSummary, daysInReceivables: number | null) => [
    ...COLUMNS.map(([, cell]) => cell(row)),
    daysOwed(daysInReceivables),
  ];
  return {
    headings: [WHAT[by], ...COLUMNS.map(([heading]) => heading), 'Days in A/R today'],
    rows: [
      ...groups.map((row) => [row.name, ...cells(row, row.daysInReceivables)]),
      [narrowed === undefined ? 'All' : `All of ${narrowed}`, ...cells(total, owed.daysInReceivables)],
    ],
  };
}

/** A row for each reason and payer. */
const denials = ({ denialReasons }: Report): TableToWrite => ({
  headings: ['Group', 'Reason', 'In words', 'Payer', 'Accounts', 'Amount'],
  rows: denialReasons.flatMap(({ group, reason, amount, payers }) => {
    const { what, why } = adjustmentWords(
      { group, reason, amount: cents(amount), remarkCodes: [] },
      'denied',
    );
    return payers.map((payer) => [
      group,
      reason,
      why || what,
      payer.payerName,
      String(payer.accounts),
      dollars(payer.amount),
    ]);
  }),
});

const aging = ({ owed, today }: Report): TableToWrite => ({
  headings: [`Days old on ${today}`, 'By insurances', 'By patients', 'Accounts'],
  rows: agesOf(owed.agingDays).map((name, at) => [
    name,
    dollars(owed.insurance[at] ?? 0),
    dollars(owed.patient[at] ?? 0),
    String(owed.agingAccounts[at] ?? 0),
  ]),
});

const SPANS = { passed: 'Passed', week: 'Within 7 days', month: 'Within 30 days' } as const;
const KINDS = { filing: 'To file', appeal: 'To appeal or correct' } as const;

const deadlines = (report: Report): TableToWrite => ({
  headings: ['Deadline', 'When', 'Accounts', 'Amount', 'The first'],
  rows: report.deadlines.map(({ kind, span, accounts, amount, first }) => [
    KINDS[kind],
    SPANS[span],
    String(accounts),
    dollars(amount),
    first,
  ]),
});

const followUps = (report: Report): TableToWrite => ({
  headings: [
    'Payer without a decision for 30 business days (on paper 45 days)',
    'Accounts',
    'Open',
    'The longest since',
  ],
  rows: report.followUps.map(({ payerName, accounts, amount, waitsSince }) => [
    payerName,
    String(accounts),
    dollars(amount),
    waitsSince,
  ]),
});

const SHEETS: Readonly<
  Record<
    ReportTable,
    readonly [sheet: string, table: (report: Report, narrowed: string | undefined) => TableToWrite]
  >
> = {
  rows: ['Report', (report, narrowed) => grouped(report.by, report.groups, report, narrowed)],
  months: ['Months', (report, narrowed) => grouped('month', report.months, report, narrowed)],
  denials: ['Denials', denials],
  aging: ['Aging', aging],
  deadlines: ['Deadlines', deadlines],
  'follow-ups': ['To ask', followUps],
};

/** One table of a report; it says of whom alone it is. */
export function tableOfReport(report: Report, table: ReportTable, asked: Narrowing): TableToWrite {
  const narrowed = narrowedTo(report, asked);
  const [, made] = SHEETS[table];
  return { ...(narrowed !== undefined && { above: `Only of ${narrowed}` }), ...made(report, narrowed) };
}

/** All of them, each with the name of its sheet; where the rows are months, these stand once. */
export const sheetsOfReport = (report: Report, asked: Narrowing): SheetToWrite[] =>
  REPORT_TABLES.filter((table) => table !== 'months' || report.by !== 'month').map((table) => ({
    sheet: SHEETS[table][0],
    table: tableOfReport(report, table, asked),
  }));
