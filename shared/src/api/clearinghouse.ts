/** What edits have to know of the clearinghouses that the practice's claims go through. */
import { z } from 'zod';

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
});
export type ClearinghouseFacts = z.infer<typeof ClearinghouseFacts>;
