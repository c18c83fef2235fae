/** The clearinghouse's payer list: what an import does to it, and what is found in it. */
import { z } from 'zod';

/** The small list that comes with Claimside: well-known ids for professional claims, of Office Ally's list of that month. */
export const SEED_LIST = { fileName: 'payers-seed-2025-09.csv', month: '2025-09' } as const;

/** A payer name under one id for one transaction; null where the list does not say. */
export const ListedPayer = z.object({
  name: z.string(),
  payerId: z.string(),
  transaction: z.enum(['837P', '837I', '837D', '835', '270', '276']),
  isAvailable: z.boolean().nullable(),
  isNonPar: z.boolean().nullable(),
  needsEnrollment: z.boolean().nullable(),
  takesSecondary: z.boolean().nullable(),
  takesAttachments: z.boolean().nullable(),
  accidentKind: z.enum(['work', 'auto', 'work-and-auto']).nullable(),
  notes: z.string(),
});
export type ListedPayer = z.infer<typeof ListedPayer>;

/** What is wrong with a file that somebody brought, and where. */
export const TableFault = z.object({
  line: z.number().int().optional(),
  column: z.string().optional(),
  message: z.string(),
  fix: z.string(),
});
export type TableFault = z.infer<typeof TableFault>;

const some = <Item extends z.ZodType>(item: Item) =>
  z.object({ count: z.number().int(), some: z.array(item) });

/** What an import would do. `some`: at most a hundred of them. */
export const PayerListPreview = z.object({
  /** Rows that were understood. */
  size: z.number().int(),
  /** Ids that got back the zeros which a spreadsheet program had taken. */
  mended: z.number().int(),
  /** Rows that were not understood; `faults` are at most a hundred of them. */
  faultCount: z.number().int(),
  faults: z.array(TableFault),
  comparedWith: z.object({ importedAt: z.string(), size: z.number().int() }).nullable(),
  added: some(ListedPayer),
  removed: some(ListedPayer),
  changed: some(z.object({ before: ListedPayer, after: ListedPayer })),
});
export type PayerListPreview = z.infer<typeof PayerListPreview>;

/** An import on record. */
export const PayerListImported = z.object({
  id: z.string(),
  fileName: z.string(),
  sha256: z.string(),
  /** Rows. */
  size: z.number().int(),
  /** Against the list before it. */
  added: z.number().int(),
  removed: z.number().int(),
  changed: z.number().int(),
  /** Rows that were not understood, and left out as a person said. */
  leftOut: z.number().int(),
  importedAt: z.string(),
  /** Null when a person at the server's own console did it. */
  importedByDevice: z.string().nullable(),
  /** Null for the one in use. */
  replacedAt: z.string().nullable(),
});
export type PayerListImported = z.infer<typeof PayerListImported>;

/** A name of the list with all its rows. */
export const FoundPayer = z.object({ name: z.string(), rows: z.array(ListedPayer) });
export type FoundPayer = z.infer<typeof FoundPayer>;
