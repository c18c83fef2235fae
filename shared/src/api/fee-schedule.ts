/** The practice's fee schedule: what it charges for a procedure, how it bills it, and what each payer allows by contract. */
import { z } from 'zod';
import { TableFault } from './payer-list.ts';

const Amount = z.number().int().nonnegative().max(99_999_999);
const Modifier = z.string().regex(/^[A-Z0-9]{2}$/);

export const PROCEDURE_CODE = /^[A-Z0-9]{5}$/;
/** `99214`, or `99214-25` with its modifiers in order. */
const PROCEDURE_KEY = /^[A-Z0-9]{5}(-[A-Z0-9]{2}){0,4}$/;

/** What fills a service line that the chart leaves open. Amounts are whole cents; each part may be absent. */
export const Procedure = z.object({
  code: z.string().regex(PROCEDURE_CODE),
  /** In the practice's own words. */
  description: z.string().min(1).max(80).optional(),
  /** For one unit, to every insurance. */
  price: Amount.optional(),
  /** For one unit, to patients who pay themselves. */
  selfPayPrice: Amount.optional(),
  /** Where the chart shows none. */
  modifiers: z.array(Modifier).min(1).max(4).optional(),
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  units: z.number().positive().max(9_999).optional(),
  drug: z
    .object({
      /** NDC, eleven digits. */
      code: z.string().regex(/^\d{11}$/),
      /** For one unit of the procedure. */
      quantity: z.number().positive().max(9_999_999).optional(),
      unit: z.enum(['F2', 'GR', 'ME', 'ML', 'UN']).optional(),
    })
    .optional(),
});
export type Procedure = z.infer<typeof Procedure>;

/** Prices by their codes. */
export type Procedures = Readonly<Record<string, Procedure>>;

/** What a payer allows for one unit. */
export const ContractAmount = z.object({
  payerId: z.string().min(1).max(80),
  /** Tells payers apart that share an id; absent where it has one name. */
  payerName: z.string().min(1).max(60).optional(),
  /** The procedure alone, or with the modifiers for which the amount holds. */
  procedure: z.string().regex(PROCEDURE_KEY),
  amount: Amount,
});
export type ContractAmount = z.infer<typeof ContractAmount>;

/** Of one payer one amount for the same modifiers. */
const Contract = z
  .array(ContractAmount)
  .refine(
    (all) =>
      new Set(all.map(({ payerId, payerName, procedure }) => JSON.stringify([payerId, payerName, procedure])))
        .size === all.length,
    { message: 'A payer allows one amount for a procedure with the same modifiers.' },
  );

export const ScheduledProcedure = Procedure.extend({ contract: Contract });
export type ScheduledProcedure = z.infer<typeof ScheduledProcedure>;

/** What stands in the schedule, in numbers. */
export const FeeScheduleSummary = z.object({
  size: z.number().int(),
  withoutPrice: z.number().int(),
  withSelfPayPrice: z.number().int(),
  contracts: z.array(
    z.object({ payerId: z.string(), payerName: z.string().nullable(), amounts: z.number().int() }),
  ),
});
export type FeeScheduleSummary = z.infer<typeof FeeScheduleSummary>;

const some = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), some: z.array(item) });

/** What an import would do. `some` and `faults`: at most a hundred of them. With any fault nothing can be imported. */
export const FeeSchedulePreview = z.object({
  size: z.number().int(),
  /** How many codes stand in it now. */
  sizeBefore: z.number().int(),
  /** Codes and places of service that got back the zeros which a spreadsheet program had taken. */
  mended: z.number().int(),
  withoutPrice: z.number().int(),
  /** Headings that say nothing that is known here; their columns are left out. */
  unknownColumns: z.array(z.string()),
  faultCount: z.number().int(),
  faults: z.array(TableFault),
  added: some(ScheduledProcedure),
  removed: some(ScheduledProcedure),
  changed: some(z.object({ before: ScheduledProcedure, after: ScheduledProcedure })),
});
export type FeeSchedulePreview = z.infer<typeof FeeSchedulePreview>;

export const FeeScheduleImported = z.object({
  size: z.number().int(),
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
});
export type FeeScheduleImported = z.infer<typeof FeeScheduleImported>;

/** Some of the procedures that were looked for, by code. */
export const FoundProcedures = z.object({
  procedures: z.array(ScheduledProcedure),
  /** The last code, where there are more after it. */
  next: z.string().nullable(),
});
export type FoundProcedures = z.infer<typeof FoundProcedures>;
