/** What is there of a practice's set-up, as far as the server knows. */
import { z } from 'zod';
import { EXCHANGE_STATES } from './exchange.ts';

export const SetupFacts = z.object({
  isPracticeTyped: z.boolean(),
  providers: z.number().int(),
  locations: z.number().int(),
  payers: z.number().int(),
  /** When the payer list in use was brought. */
  payerListAt: z.string().nullable(),
  /** It is only the small one that comes with Claimside. */
  isSeedList: z.boolean(),
  /** Paperwork with payers: how many are to do here, wait on a payer, and are done. */
  enrollments: z.object({
    yours: z.number().int(),
    waiting: z.number().int(),
    done: z.number().int(),
    /** Payers of which nobody said whether they ask for one before the first claim. */
    notKnown: z.number().int(),
    /** The day since when the first of them waits. */
    waitingSince: z.string().nullable(),
  }),
  /** When a person asked the clearinghouse for an account, as they typed it. */
  accountAskedOn: z.string().nullable(),
  /** The main one. */
  connection: z
    .object({
      mode: z.enum(['test', 'live']),
      /** It goes to the sandbox: no account of the practice anywhere. */
      isTraining: z.boolean(),
      state: z.enum(EXCHANGE_STATES),
      since: z.string(),
    })
    .nullable(),
  /** The newest test file of the main connection, by the account that it has now. */
  trial: z
    .object({
      outcome: z.enum(['waiting', 'works', 'failed']),
      /** When it was asked for. */
      startedAt: z.string(),
      /** When the last was heard of it. */
      lastAt: z.string(),
    })
    .nullable(),
  /** When the first browser of a clinician was paired that is not revoked. */
  clinicianSince: z.string().nullable(),
  /** Since when a claim is accepted, or further. */
  firstAcceptedAt: z.string().nullable(),
  /** Since when the oldest claim on its way waits for an answer. */
  claimWaitsSince: z.string().nullable(),
  /** Date of the first payment that was posted. */
  firstPaymentOn: z.string().nullable(),
});
export type SetupFacts = z.infer<typeof SetupFacts>;
