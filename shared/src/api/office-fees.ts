/** What the clearinghouse asks of the practice for a month, under both readings of its rule, and by which amounts. */
import { z } from 'zod';
import { TimeZone } from './time-zone.ts';

/** `2026-11` */
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);

const Amount = z.number().int().nonnegative().max(9_999_999);

/** Amounts that hold from a day on; the threshold is the share at which the reading of a share charges. */
export const FeeAmounts = z.object({
  from: z.iso.date(),
  /** 0 to 1. */
  threshold: z.number().gt(0).max(1),
  /** Cents a month, for each Tax ID with a rendering (else billing) NPI. */
  amount: Amount,
  /** Cents for each claim on paper. */
  paperAmount: Amount,
});
export type FeeAmounts = z.infer<typeof FeeAmounts>;

export const FeeSettings = z.object({
  /** The reading by which the practice is charged, as its invoice shows; null while nobody knows. */
  reading: z.enum(['half', 'any']).nullable(),
  amounts: z
    .array(FeeAmounts)
    .min(1)
    .max(50)
    .refine((all) => new Set(all.map(({ from }) => from)).size === all.length, {
      message: 'Two of the amounts hold from the same day.',
    }),
});
export type FeeSettings = z.infer<typeof FeeSettings>;

/** `before`: those that were looked at and changed; another admin's are never overwritten. */
export const FeeSettingsChange = z.object({ before: FeeSettings, after: FeeSettings });
export type FeeSettingsChange = z.infer<typeof FeeSettingsChange>;

const Counts = { par: z.number().int(), nonPar: z.number().int(), notKnown: z.number().int() };

const GroupOfFees = z.object({
  taxId: z.string(),
  npi: z.string(),
  /** As the practice calls the provider; null for one that it does not have any more. */
  name: z.string().nullable(),
  ...Counts,
  share: z.number().nullable(),
  isDue: z.object({
    half: z.enum(['due', 'possible', 'not-due']),
    any: z.enum(['due', 'possible', 'not-due']),
  }),
  /** By the reading of a share: so many more claims to payers that take no part make it due; null where it is, or can not become. */
  untilDue: z.number().int().nullable(),
  days: z.array(z.object({ date: z.string(), ...Counts })),
});

const FeesOfReading = z.object({
  /** Cents that are due for certain. */
  fee: z.number().int(),
  /** With what may be due besides, as payers turn out of which nothing is known. */
  feeAtMost: z.number().int(),
});

export const MonthOfFees = z.object({
  month: z.string(),
  /** In which its days are counted. */
  timeZone: z.string(),
  /** Claims are counted that left by this kind of files. */
  mode: z.enum(['test', 'live']),
  /** False where no payer list was imported: then nobody knows who takes part. */
  isListKnown: z.boolean(),
  settings: FeeSettings,
  /** The amounts that hold in the month; null before the first. */
  amounts: FeeAmounts.nullable(),
  readings: z.object({ half: FeesOfReading, any: FeesOfReading }),
  groups: z.array(GroupOfFees),
  paperClaims: z.number().int(),
  paperCost: z.number().int(),
});
export type MonthOfFees = z.infer<typeof MonthOfFees>;

/** A claim that is about to be sent, as far as its cost goes; nothing of a patient. */
export const ClaimToCost = z.object({
  timeZone: TimeZone,
  payerId: z.string().min(1).max(80),
  payerName: z.string().max(100),
  claimFilingIndicator: z.string().max(2),
  /** Of the billing provider. */
  taxId: z.string().regex(/^\d{9}$/),
  /** Of the rendering, else of the billing provider. */
  npi: z.string().regex(/^\d{10}$/),
});
export type ClaimToCost = z.infer<typeof ClaimToCost>;

export const CostOfNextClaim = z.object({
  /** It would leave as a test, which costs nothing. */
  isTest: z.boolean(),
  /** In a few words; null where it costs nothing. */
  headline: z.string().nullable(),
  /** What it costs, under the reading that holds, or under each where nobody knows; empty where it costs nothing. */
  sentences: z.array(z.string()),
});
export type CostOfNextClaim = z.infer<typeof CostOfNextClaim>;
