/** The insurance that is billed first (2000B SBR, 2010BA NM109, 2010BB). */
import { z } from 'zod';
import { text } from './fields.ts';

/** SBR02 / PAT01: what the patient is to the subscriber. */
export const Relationship = z.enum(['18', '01', '19', '20', '21', '39', '40', '53', 'G8']);

export const Coverage = z.object({
  payerName: text(60),
  /** The payer's id at the clearinghouse, as text: many start with 0. */
  payerId: text(80),
  memberId: text(80),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  /** SBR09. */
  claimFilingIndicator: z.string().regex(/^[A-Z0-9]{2}$/),
});
export type Coverage = z.infer<typeof Coverage>;
