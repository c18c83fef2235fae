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

const AnswerShown = z.object({
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
});
export type AnswerShown = z.infer<typeof AnswerShown>;

const ClaimNamed = z.object({
  id: z.string(),
  /** `Last, First`. */
  patientName: z.string(),
  serviceDate: z.string(),
});

export const UnmatchedAnswer = AnswerShown.extend({
  /** The best first, five at most, and the claim that holds it; the one that it was taken back from is the last. */
  suggestions: z.array(ClaimSuggestion).max(6),
  /** The claim that has it, where by what is known now it is about another: a person looks at it. */
  heldBy: ClaimNamed.nullable(),
  /** What was decided of it before and taken back; `claim` null where it had been set aside. */
  takenBack: z
    .object({ at: z.string(), claim: ClaimNamed.nullable(), reason: z.string().nullable() })
    .nullable(),
});
export type UnmatchedAnswer = z.infer<typeof UnmatchedAnswer>;

/** An answer that a person has decided on. */
export const DecidedAnswer = AnswerShown.extend({
  decidedAt: z.string(),
  /** Null where it was set aside, for `reason`. */
  claim: ClaimNamed.nullable(),
  reason: z.string().nullable(),
});
export type DecidedAnswer = z.infer<typeof DecidedAnswer>;

/** The answers that wait again: the one that was taken back, and those that came to its claim because of it. */
export const ReopenedAnswers = z.object({ answerIds: z.array(z.string()) });
export type ReopenedAnswers = z.infer<typeof ReopenedAnswers>;

export const UnmatchedList = z.object({
  /** The oldest first, as many as are shown at once. */
  answers: z.array(UnmatchedAnswer),
  /** How many wait in all. */
  waiting: z.number().int(),
});
export type UnmatchedList = z.infer<typeof UnmatchedList>;

/** A payment that names our number of a claim, and is another's as a person saw; why, stands with it while it waits. */
export const ReleasePayment = z.strictObject({
  claimId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  eventId: z.string().regex(/^[a-z0-9-]{1,40}$/),
  reason: z.string().trim().min(3).max(200),
});
export type ReleasePayment = z.infer<typeof ReleasePayment>;

export const MatchAnswer = z.strictObject({ claimId: z.string().regex(/^[a-z0-9-]{1,40}$/) });

/** Stays with the answer: why it is about no claim that is looked for. */
export const DismissAnswer = z.strictObject({ reason: z.string().trim().min(3).max(200) });
