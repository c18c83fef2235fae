/** The figures of reports, each from accounts that stand in the test. */
import { expect, test } from 'vitest';
import type { ClaimMoney } from '../lifecycle/index.ts';
import { cents, type IsoDate } from '../values/index.ts';
import {
  agingOf,
  daysInReceivables,
  daysOf,
  denialReasons,
  followUpsDue,
  fractionOf,
  monthOf,
  type ReportAccount,
  receivableOf,
  summaryBy,
  summaryOf,
} from './index.ts';

const day = (text: string) => text as IsoDate;
const NO_SHARES = { deductible: cents(0), coinsurance: cents(0), copay: cents(0), other: cents(0) };
const money = (
  changes: Partial<Record<Exclude<keyof ClaimMoney, 'patientShares'>, number>> = {},
): ClaimMoney => ({
  charge: cents(10_000),
  paid: cents(0),
  contractual: cents(0),
  patientResponsibility: cents(0),
  patientPaid: cents(0),
  otherAdjustments: cents(0),
  writtenOff: cents(0),
  open: cents(0),
  ...Object.fromEntries(Object.entries(changes).map(([name, amount]) => [name, cents(amount)])),
  patientShares: NO_SHARES,
});
const account = (changes: Partial<ReportAccount> = {}): ReportAccount => ({
  payerName: 'SAMPLE HEALTH PLAN',
  lastPayerName: 'SAMPLE HEALTH PLAN',
  renderingNpi: '1245319599',
  servedOn: day('2026-10-01'),
  billedOn: day('2026-10-02'),
  money: money(),
  isClosed: false,
  ...changes,
});
const decided = (isDenied: boolean, on = '2026-10-20', reasons: [string, string, number][] = []) => ({
  firstAnswer: 'accepted' as const,
  decision: {
    on: day(on),
    isDenied,
    reasons: reasons.map(([group, reason, amount]) => ({ group, reason, amount: cents(amount) })),
  },
});

test('of no accounts there is no share and no span', () => {
  const none = summaryOf([]);
  expect(none).toMatchObject({ accounts: 0, charges: 0, receivable: 0, acceptedAtOnce: { count: 0, of: 0 } });
  expect(fractionOf(none.denied)).toBeUndefined();
  expect(none.daysToFile).toBeUndefined();
});

test('first pass: accepted of those answered, paid of those decided, and a resent claim is no success', () => {
  const summary = summaryOf([
    account(decided(false)),
    account(decided(true)),
    // Rejected at first, then corrected and paid.
    account({ ...decided(false), firstAnswer: 'rejected' }),
    account({ firstAnswer: 'accepted' }),
    account(),
  ]);
  expect(summary.acceptedAtOnce).toEqual({ count: 3, of: 4 });
  expect(summary.paidAtOnce).toEqual({ count: 1, of: 3 });
  expect(summary.denied).toEqual({ count: 1, of: 3 });
});

test('days: from service to bill and from bill to decision, with median, mean and nine of ten', () => {
  const billed = ['2026-10-01', '2026-10-02', '2026-10-03', '2026-10-11'];
  const { daysToFile, daysToDecision } = summaryOf(
    billed.map((on) => account({ billedOn: day(on), ...decided(false, '2026-10-21') })),
  );
  expect(daysToFile).toEqual({ median: 1.5, mean: 3.25, ninthTenth: 10, of: 4 });
  expect(daysToDecision).toMatchObject({ median: 18.5, of: 4 });
});

test.each([
  [[5], { median: 5, mean: 5, ninthTenth: 5, of: 1 }],
  [[3, 1, 2], { median: 2, mean: 2, ninthTenth: 3, of: 3 }],
  [[10, 1, 2, 3, 4, 5, 6, 7, 8, 9], { median: 5.5, mean: 5.5, ninthTenth: 9, of: 10 }],
])('the spans %j', (days, found) => {
  expect(daysOf(days)).toEqual(found);
});

test('collected against expected counts decided accounts with a contract alone', () => {
  const paid = money({ paid: 7_000, patientResponsibility: 1_000, contractual: 2_000 });
  const summary = summaryOf([
    account({ ...decided(false), money: paid, expected: cents(9_000) }),
    account({ ...decided(false), money: paid }),
    account({ expected: cents(9_000) }),
  ]);
  expect([summary.expected, summary.allowed]).toEqual([9_000, 8_000]);
  expect(summary.paid).toBe(14_000);
});

test('what is owed: open and the patient’s balance; nothing on a closed account, no less for an overpayment', () => {
  expect(receivableOf(account({ money: money({ open: 10_000 }) }))).toBe(10_000);
  expect(receivableOf(account({ money: money({ patientResponsibility: 2_000, patientPaid: 500 }) }))).toBe(
    1_500,
  );
  expect(receivableOf(account({ money: money({ open: 10_000 }), isClosed: true }))).toBe(0);
  expect(receivableOf(account({ money: money({ open: -500, patientResponsibility: 100 }) }))).toBe(100);
});

test('days in receivables: what is owed in days of average charges, both ends of the time counted', () => {
  expect(daysInReceivables(cents(30_000), cents(90_000), day('2026-09-01'), day('2026-11-29'))).toBe(30);
  expect(daysInReceivables(cents(30_000), cents(0), day('2026-09-01'), day('2026-11-29'))).toBeUndefined();
});

test.each([
  ['2026-11-01', 30, 0],
  ['2026-10-31', 31, 1],
  ['2026-10-02', 60, 1],
  ['2026-10-01', 61, 2],
  ['2026-08-03', 120, 3],
  ['2026-08-02', 121, 4],
])('served on %s, %i days ago, it stands in place %i', (servedOn, _, place) => {
  const owed = money({ open: 700, patientResponsibility: 300 });
  const { insurance, patient } = agingOf(
    [account({ servedOn: day(servedOn), money: owed })],
    day('2026-12-01'),
  );
  expect(insurance.indexOf(cents(700))).toBe(place);
  expect(patient.indexOf(cents(300))).toBe(place);
  expect(insurance.reduce((sum, each) => sum + each, 0)).toBe(700);
});

test('reasons of denials, the largest first; not those of what was paid in part', () => {
  const rows = denialReasons([
    account(
      decided(true, '2026-10-20', [
        ['CO', '197', 5_000],
        ['CO', '197', 5_000],
      ]),
    ),
    account(decided(true, '2026-10-20', [['CO', '16', 20_000]])),
    account({
      ...decided(true, '2026-10-20', [['CO', '197', 1_000]]),
      payerName: 'OTHER PLAN',
    }),
    account(decided(false, '2026-10-20', [['CO', '97', 90_000]])),
  ]);
  expect(rows).toEqual([
    {
      ...{ group: 'CO', reason: '16', accounts: 1, amount: 20_000 },
      payers: [{ payerName: 'SAMPLE HEALTH PLAN', accounts: 1, amount: 20_000 }],
    },
    {
      ...{ group: 'CO', reason: '197', accounts: 2, amount: 11_000 },
      payers: [
        { payerName: 'SAMPLE HEALTH PLAN', accounts: 1, amount: 10_000 },
        { payerName: 'OTHER PLAN', accounts: 1, amount: 1_000 },
      ],
    },
  ]);
});

test('by payer, provider or month the rows add up to the whole', () => {
  const all = [
    account({ payerName: 'B PLAN' }),
    account({ payerName: 'A PLAN', servedOn: day('2026-11-05') }),
    account({ payerName: 'B PLAN', money: money({ charge: 5_000 }) }),
  ];
  expect(
    summaryBy(all, ({ payerName }) => payerName).map(({ name, accounts, charges }) => [
      name,
      accounts,
      charges,
    ]),
  ).toEqual([
    ['A PLAN', 1, 10_000],
    ['B PLAN', 2, 15_000],
  ]);
  expect(summaryBy(all, monthOf).map(({ name, charges }) => [name, charges])).toEqual([
    ['2026-10', 15_000],
    ['2026-11', 10_000],
  ]);
});

test('whom to ask: after 30 business days, of payers that get paper after 45 days', () => {
  // A Friday; 30 business days later is 27 November, 45 days later is 30 November.
  const waiting = (lastPayerName: string) => account({ lastPayerName, waitsSince: day('2026-10-16') });
  const asked = (today: string) =>
    followUpsDue([waiting('POSTAL PLAN'), waiting('SAMPLE PLAN')], day(today), new Set(['POSTAL PLAN'])).map(
      ({ payerName }) => payerName,
    );
  expect([asked('2026-11-26'), asked('2026-11-27'), asked('2026-11-29')]).toEqual([
    [],
    ['SAMPLE PLAN'],
    ['SAMPLE PLAN'],
  ]);
  expect(asked('2026-11-30')).toEqual(['POSTAL PLAN', 'SAMPLE PLAN']);
});
