/** What payers or providers come to, as bars: the largest of them, by the figure that somebody chooses. */
import type { ReportRow } from '@claimside/shared/api';
import { fractionOf } from '@claimside/shared/reports';
import type { Figures } from './draw.ts';
import { number } from './words.ts';

/** More would not be read one by one; the table has all. */
export const MOST_BARS = 12;

interface Measure {
  readonly words: string;
  readonly unit: 'dollars' | '%' | 'days';
  /** Undefined of those of whom it can't be said. */
  readonly value: (row: ReportRow) => number | undefined;
}

const share = (of: (row: ReportRow) => ReportRow['denied']) => (row: ReportRow) => {
  const fraction = fractionOf(of(row));
  return fraction === undefined ? undefined : fraction * 100;
};
const ofExpected = (which: 'allowed' | 'collected') => (row: ReportRow) =>
  row.expected > 0 ? (row[which] / row.expected) * 100 : undefined;

export const MEASURES = {
  money: { words: 'Charges, paid and owed', unit: 'dollars', value: ({ charges }) => charges / 100 },
  accepted: { words: 'Accepted at once', unit: '%', value: share(({ acceptedAtOnce }) => acceptedAtOnce) },
  denied: { words: 'Denied at first', unit: '%', value: share(({ denied }) => denied) },
  'days-to-file': { words: 'Days to file', unit: 'days', value: ({ daysToFile }) => daysToFile?.median },
  'days-to-decision': {
    words: 'Days to the decision',
    unit: 'days',
    value: ({ daysToDecision }) => daysToDecision?.median,
  },
  'days-in-receivables': {
    words: 'Days in A/R',
    unit: 'days',
    value: ({ daysInReceivables }) => daysInReceivables ?? undefined,
  },
  collected: { words: 'Collected of expected', unit: '%', value: ofExpected('collected') },
  allowed: { words: 'Allowed of expected', unit: '%', value: ofExpected('allowed') },
} as const satisfies Readonly<Record<string, Measure>>;
export type MeasureName = keyof typeof MEASURES;

/** Undefined where the figure can be said of none of them. */
export function groupPlot(rows: readonly ReportRow[], name: MeasureName): Figures | undefined {
  const { words: label, unit, value }: Measure = MEASURES[name];
  const shown = rows
    .filter((row) => value(row) !== undefined)
    .toSorted((a, b) => (value(b) ?? 0) - (value(a) ?? 0))
    .slice(0, MOST_BARS);
  if (shown.length === 0) return undefined;
  return {
    kind: 'lying-bars',
    names: shown.map((row) => row.name),
    series:
      name === 'money'
        ? moneyBars(shown)
        : [{ label, colour: '--accent', values: shown.map((row) => value(row) ?? null) }],
    ...(unit === '%' && { most: Math.max(105, ...shown.map((row) => (value(row) ?? 0) * 1.05)) }),
    words: (tick) => (unit === 'dollars' ? `$${number(tick)}` : unit === '%' ? `${tick} %` : number(tick)),
  };
}

/** What is paid stands in front of what is owed, and both before what was charged. */
const moneyBars = (rows: readonly ReportRow[]): Figures['series'] => [
  { label: 'Charges beyond both', colour: '--money-open', values: rows.map(({ charges }) => charges / 100) },
  {
    label: 'Still owed',
    colour: '--money-patient',
    values: rows.map(({ paid, patientPaid, receivable }) => (paid + patientPaid + receivable) / 100),
  },
  {
    label: 'Paid',
    colour: '--money-paid',
    values: rows.map(({ paid, patientPaid }) => (paid + patientPaid) / 100),
  },
];
