/** A trial of a connection: invented claims in a file that is marked as a test, and what comes back of them. */
import { z } from 'zod';

export const TRIAL_STEPS = [
  'asked', // by an admin; the exchange writes the file in its next round
  'not-written',
  'written',
  'sent',
  'not-seen-to-arrive',
  'file-accepted',
  'file-rejected',
  'clearinghouse-received',
  'clearinghouse-accepted',
  'clearinghouse-pended',
  'clearinghouse-rejected',
  'payer-received',
  'payer-accepted',
  'payer-rejected',
  'other-answer',
] as const;

export const TrialStep = z.object({
  kind: z.enum(TRIAL_STEPS),
  /** When it was first known. */
  at: z.string(),
  /** Of the invented claims, how many it is said of; absent where it is said of the file. */
  claims: z.number().int().optional(),
  /** What was said, each wording once. The patients are invented. */
  messages: z.array(z.string()),
});
export type TrialStep = z.infer<typeof TrialStep>;

export const Trial = z.object({
  id: z.string(),
  fileName: z.string().nullable(),
  claims: z.number().int(),
  /** In the order in which they became known. */
  steps: z.array(TrialStep),
  /**
   * `waiting` for the next step; `works`: the file could be read and the clearinghouse spoke of every claim; `failed`: it was not
   * written, did not arrive or was refused.
   */
  outcome: z.enum(['waiting', 'works', 'failed']),
});
export type Trial = z.infer<typeof Trial>;
