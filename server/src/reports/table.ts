/** The rows of a report as a table for people's spreadsheet programs. */
import type { Report, ReportSummary } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import type { TableToWrite } from '../tables/index.ts';

const dollars = (cents: number): string => (cents / 100).toFixed(2);
const percent = (share: ReportSummary['denied']): string => {
  const fraction = fractionOf(share);
  return fraction === undefined ? '' : (fraction * 100).toFixed(1);
};
const days = (span: ReportSummary['daysToFile'], which: 'median' | 'ninthTenth'): string =>
  span === null ? '' : String(span[which]);

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
  ['Expected by contract', ({ expected, underContract }) => (underContract === 0 ? '' : dollars(expected))],
  ['Allowed of it', ({ allowed, underContract }) => (underContract === 0 ? '' : dollars(allowed))],
  ['Accounts under contract', ({ underContract }) => String(underContract)],
];

const WHAT: Readonly<Record<Report['by'], string>> = {
  payer: 'Payer',
  provider: 'Provider',
  month: 'Month of service',
};

/** One row for each group, and below them one for all. */
export function tableOfReport({ by, groups, total }: Report): TableToWrite {
  const cells = (row: ReportSummary) => COLUMNS.map(([, cell]) => cell(row));
  return {
    headings: [WHAT[by], ...COLUMNS.map(([heading]) => heading)],
    rows: [...groups.map((row) => [row.name, ...cells(row)]), ['All', ...cells(total)]],
  };
}
