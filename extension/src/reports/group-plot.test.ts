/** Which bars stand for payers and providers. */
import type { ReportRow } from '@claimside/shared/api';
import { expect, test } from 'vitest';
import { groupPlot, MOST_BARS } from './group-plot.ts';

const row = (name: string, changes: Partial<ReportRow> = {}): ReportRow => ({
  key: name,
  name,
  accounts: 1,
  charges: 10_000,
  paid: 0,
  patientPaid: 0,
  receivable: 0,
  acceptedAtOnce: { count: 0, of: 0 },
  paidAtOnce: { count: 0, of: 0 },
  denied: { count: 0, of: 0 },
  daysToFile: null,
  daysToDecision: null,
  expected: 0,
  allowed: 0,
  collected: 0,
  underContract: 0,
  daysInReceivables: null,
  ...changes,
});

test('money: paid before owed before charged, the largest first, in dollars', () => {
  const plot = groupPlot(
    [row('SMALL'), row('LARGE', { charges: 50_000, paid: 20_000, patientPaid: 1_000, receivable: 9_000 })],
    'money',
  );
  expect(plot?.names).toEqual(['LARGE', 'SMALL']);
  expect(plot?.series.map(({ label, values }) => [label, values[0]])).toEqual([
    ['Charges beyond both', 500],
    ['Still owed', 300],
    ['Paid', 210],
  ]);
  expect(plot?.words(1_200)).toBe('$1,200');
});

test('of whom a figure can not be said has no bar; where it is of nobody, there is no plot', () => {
  const rows = [row('NONE'), row('ONE', { denied: { count: 1, of: 4 } })];
  expect(groupPlot(rows, 'denied')).toMatchObject({ names: ['ONE'], series: [{ values: [25] }] });
  expect(groupPlot(rows, 'collected')).toBeUndefined();
  expect(groupPlot([row('ONE', { expected: 200, collected: 150 })], 'collected')?.series[0]?.values).toEqual([
    75,
  ]);
});

test('of many the largest', () => {
  const many = Array.from({ length: 40 }, (_, at) => row(`P${at}`, { charges: at * 100 }));
  expect(groupPlot(many, 'money')?.names).toHaveLength(MOST_BARS);
  expect(groupPlot(many, 'money')?.names[0]).toBe('P39');
});
