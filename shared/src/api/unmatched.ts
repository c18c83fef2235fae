/** Parts of answers that fit no claim for certain, with the claims that they may be about, over HTTP. */
import { z } from 'zod';
import { CentsField } from '../claim/fields.ts';
import { CLAIM_STATUSES } from '../lifecycle/index.ts';

const Fit = z.enum(['same', 'near', 'other', 'unknown']);

export const ClaimSuggestion = z.object({
  claimId: z.string(),
  /** CLM01. */
  patientControlNumber: z.string(),
  /** `Last, First`. */
  patientName: z.string(),
  memberId: z.string(),
  /** The first day of service. */
  serviceDate: z.string(),
  totalCharge: CentsField,
  payerName: z.string(),
  status: z.enum(CLAIM_STATUSES),
  /** 0 to 100. */
  score: z.number().int(),
  /** Why it is suggested, the strongest first: `same member ID`, `date 2 days off`. */
  reasons: z.array(z.string()),
  /** Part by part, the answer beside the claim. */
  fits: z.object({ patient: Fit, memberId: Fit, serviceDate: Fit, charge: Fit, payer: Fit }),
});
export type ClaimSuggestion = z.infer<typeof ClaimSuggestion>;

export const UnmatchedAnswer = z.object({
  id: z.string(),
  /** What came, in words: `Aetna paid`. */
  title: z.string(),
  detail: z.string(),
  receivedAt: z.string(),
  file: z.object({ id: z.string(), name: z.string() }),
  /** What it says of whose it is, as its sender wrote it; null where it says nothing. */
  says: z.object({
    patientControlNumber: z.string(),
    payerClaimControlNumber: z.string().nullable(),
    /** `Last, First`. */
    patientName: z.string().nullable(),
    memberId: z.string().nullable(),
    serviceDate: z.string().nullable(),
    charge: CentsField.nullable(),
    /** Negative where money is taken back; null in an answer without money. */
    paid: z.number().int().nullable(),
    payerName: z.string().nullable(),
    checkNumber: z.string().nullable(),
    paymentDate: z.string().nullable(),
  }),
  /** The best first, five at most. */
  suggestions: z.array(ClaimSuggestion).max(5),
});
export type UnmatchedAnswer = z.infer<typeof UnmatchedAnswer>;

export const UnmatchedList = z.object({
  /** The oldest first, as many as are shown at once. */
  answers: z.array(UnmatchedAnswer),
  /** How many wait in all. */
  waiting: z.number().int(),
});
export type UnmatchedList = z.infer<typeof UnmatchedList>;

export const MatchAnswer = z.strictObject({ claimId: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** Stays with the answer: why it is about no claim that is looked for. */
export const DismissAnswer = z.strictObject({ reason: z.string().trim().min(3).max(200) });
