/** What a practice wants to know of its visits of some time: figures with the number of accounts that each is of, and no patient. */
import { z } from 'zod';
import { TimeZone } from './time-zone.ts';

const Count = z.number().int();
/** Cents. */
const Amount = z.number().int();

export const REPORT_GROUPS = ['payer', 'provider', 'month'] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The last 12 whole months and this one where no days are named. */
export const ReportAsked = z.object({
  from: z.iso.date().optional().meta({ description: 'First date of service.' }),
  to: z.iso.date().optional().meta({ description: 'Last date of service.' }),
  by: z.enum(REPORT_GROUPS).default('payer'),
  payer: z.string().max(80).optional().meta({ description: 'Of this payer alone, by its name.' }),
  timeZone: TimeZone,
  provider: z.string().max(10).optional().meta({ description: 'Of who treated alone, by the NPI.' }),
});
export type ReportAsked = z.infer<typeof ReportAsked>;

/** `count` of `of`; 0 of 0 is no share. */
const Share = z.object({ count: Count, of: Count });

const Days = z.object({
  median: z.number(),
  mean: z.number(),
  /** Nine of ten took no longer. */
  ninthTenth: z.number(),
  of: Count,
});

const Figures = {
  accounts: Count,
  charges: Amount,
  /** By insurances. */
  paid: Amount,
  patientPaid: Amount,
  /** Owed by insurances and patients. */
  receivable: Amount,
  /** Accepted at once, of those that were answered. */
  acceptedAtOnce: Share,
  /** Accepted at once and not denied, of those that were decided. */
  paidAtOnce: Share,
  /** Denied at first, of those that were decided. */
  denied: Share,
  /** From the service to the file in which it left; null of none, as the next one. */
  daysToFile: Days.nullable(),
  /** From there to the first decision. */
  daysToDecision: Days.nullable(),
  /** By contract of what is decided; what of it payers allowed, insurance and patient together; what of it both have paid. */
  expected: Amount,
  allowed: Amount,
  collected: Amount,
  /** Of how many accounts these three are. */
  underContract: Count,
};

export const ReportSummary = z.object(Figures);
export type ReportSummary = z.infer<typeof ReportSummary>;

/** `key`: the payer's name, the NPI, or the month (`2026-11`); `name`: as the practice calls it. */
export const ReportRow = z.object({
  key: z.string(),
  name: z.string(),
  ...Figures,
  /** Of all that is owed today; null of a month, and without charges. */
  daysInReceivables: z.number().nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

const ReasonOfDenial = z.object({
  /** CAS01 and CAS02. */
  group: z.string(),
  reason: z.string(),
  accounts: Count,
  amount: Amount,
  payers: z.array(z.object({ payerName: z.string(), accounts: Count, amount: Amount })),
});

/** The tables of a report: `rows` by payer, provider or month. */
export const REPORT_TABLES = ['rows', 'months', 'denials', 'aging', 'deadlines', 'follow-ups'] as const;
export type ReportTable = (typeof REPORT_TABLES)[number];

export const DEADLINE_SPANS = ['passed', 'week', 'month'] as const;
export type DeadlineSpan = (typeof DEADLINE_SPANS)[number];

export const Report = z.object({
  from: z.string(),
  to: z.string(),
  /** Where the practice is: the day of the aging, the deadlines and what is owed. */
  today: z.string(),
  by: z.enum(REPORT_GROUPS),
  /** Nothing is sent live yet: tests are counted. */
  isTestOnly: z.boolean(),
  total: ReportSummary,
  /** What it could be narrowed to: who is billed, and who treats, in these days. */
  payers: z.array(z.string()),
  providers: z.array(z.object({ npi: z.string(), name: z.string() })),
  groups: z.array(ReportRow),
  months: z.array(ReportRow),
  /** All that is owed today, whenever it was served. */
  owed: z.object({
    accounts: Count,
    amount: Amount,
    /** Null without charges in the time. */
    daysInReceivables: z.number().nullable(),
    /** Up to so many days old, and older. */
    agingDays: z.array(z.number().int()),
    insurance: z.array(Amount),
    patient: z.array(Amount),
    agingAccounts: z.array(Count),
  }),
  denialReasons: z.array(ReasonOfDenial),
  /** Of the claims that ask for a person: passed, within 7 days, within 30 days. */
  deadlines: z.array(
    z.object({
      kind: z.enum(['filing', 'appeal']),
      span: z.enum(DEADLINE_SPANS),
      accounts: Count,
      amount: Amount,
      /** The first of them. */
      first: z.string(),
    }),
  ),
  /** With a payer for 30 business days or longer, on paper for 45 days, without a decision. */
  followUps: z.array(
    z.object({ payerName: z.string(), accounts: Count, amount: Amount, waitsSince: z.string() }),
  ),
});
export type Report = z.infer<typeof Report>;
