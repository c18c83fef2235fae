/** What edits have to know of the clearinghouse that the practice's claims go through. */
import { z } from 'zod';

export const ClearinghouseFacts = z.object({
  /** A regular expression: what the id of a payer must match to be routed. Null where nothing is known. */
  payerIdPattern: z.string().nullable(),
});
export type ClearinghouseFacts = z.infer<typeof ClearinghouseFacts>;
