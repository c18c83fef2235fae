/** What edits have to know of the clearinghouses that the practice's claims go through. */
import { z } from 'zod';
import { Enrollment } from './enrollments.ts';

/** What the clearinghouse's payer list says of a payer of the practice, for professional claims; what is absent it does not say. */
export const ListedFacts = z.object({
  payerId: z.string(),
  /** As the practice calls it: payers may share an id. */
  name: z.string(),
  isListed: z.boolean(),
  needsEnrollment: z.boolean().optional(),
  /** Claims to it may bring the clearinghouse's monthly fee. */
  isNonPar: z.boolean().optional(),
  takesAttachments: z.boolean().optional(),
  takesSecondary: z.boolean().optional(),
  accidentKind: z.enum(['work', 'auto', 'work-and-auto']).optional(),
});
export type ListedFacts = z.infer<typeof ListedFacts>;

/** How an enrollment for claims stands, without what only people read. */
export const ClaimEnrollment = Enrollment.pick({
  payerId: true,
  billingNpi: true,
  state: true,
  sentOn: true,
  toldOn: true,
  blocksClaims: true,
});
export type ClaimEnrollment = z.infer<typeof ClaimEnrollment>;

export const ClearinghouseFacts = z.object({
  /** A regular expression: what the id of a payer must match to be routed. Null where nothing is known. */
  payerIdPattern: z.string().nullable(),
  /** The same of other connections, for the payers and kinds of insurance (claim filing indicators) that go by them. */
  routed: z
    .array(
      z.object({
        payerIds: z.array(z.string()),
        claimFilingIndicators: z.array(z.string()),
        payerIdPattern: z.string().nullable(),
      }),
    )
    .optional(),
  /** Absent where no list was imported. */
  listed: z.array(ListedFacts).optional(),
  /** For claims; absent where none is on record. */
  enrollments: z.array(ClaimEnrollment).optional(),
});
export type ClearinghouseFacts = z.infer<typeof ClearinghouseFacts>;
