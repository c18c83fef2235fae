/** How far claims are, for who treats: their states, what was said to them and why, and none of their money. */
import { z } from 'zod';
import { CentsField } from '../claim/fields.ts';
import {
  ClaimDetail,
  ClaimList,
  type ClaimListName,
  ClaimSummary,
  type ListedClaim,
  WorklistPlace,
} from './claims.ts';

const Progress = ClaimSummary.omit({ totalCharge: true, money: true });

export const ListedProgress = Progress.extend({
  place: WorklistPlace.omit({ amount: true }).nullable(),
});
export type ListedProgress = z.infer<typeof ListedProgress>;

/** Lists that are of no money. */
export const PROGRESS_LISTS = [
  'rejected',
  'denied',
  'in-progress',
  'all',
] as const satisfies readonly ClaimListName[];
type ProgressListName = (typeof PROGRESS_LISTS)[number];

export const isProgressList = (list: ClaimListName): list is ProgressListName =>
  (PROGRESS_LISTS as readonly ClaimListName[]).includes(list);

/** The newest claim first; of a worklist, the one that came to it last. */
export const ClaimProgressList = z.object({
  claims: z.array(ListedProgress),
  next: z.string().nullable(),
  counts: z.record(z.enum(PROGRESS_LISTS), z.number().int()),
});
export type ClaimProgressList = z.infer<typeof ClaimProgressList>;

/** A reason in our words, as `Advice` without what it comes to. */
const ReasonShown = z.object({
  what: z.string(),
  advice: z.string(),
  /** Places of the claim. */
  fields: z.array(z.string()),
  /** Its lines, from 0; empty where it is about the whole claim, or that is not known. */
  lines: z.array(z.number().int()),
});

export const ClaimProgress = Progress.extend({
  ...ClaimDetail.pick({
    silence: true,
    isClosed: true,
    payerClaimControlNumber: true,
    clearinghouseClaimId: true,
    clearinghouse: true,
    submissions: true,
    outboundFile: true,
  }).shape,
  /** As it was billed, without what earlier payers decided. */
  claim: ClaimDetail.shape.claim,
  /** How it came to be: `CreateClaimRequest`. */
  ehr: z.string(),
  steps: z.array(
    z.object({
      key: z.string(),
      /** When it was first said. */
      at: z.string(),
      title: z.string(),
      /** Empty where there is no more to say. */
      detail: z.string(),
      tone: z.enum(['neutral', 'progress', 'good', 'warning', 'bad']),
      /** Files that said so. */
      files: z.array(z.string()),
      /** A person took it back: it says nothing any more. */
      isTakenBack: z.boolean(),
    }),
  ),
  /** What its answer says, where it asks for a person; null where none has said anything. */
  why: z
    .object({
      /** The sender's own words; empty where there are none. */
      said: z.string(),
      reasons: z.array(ReasonShown),
      /** As received. */
      codes: z.array(z.string()),
    })
    .nullable(),
  /** It is in no file yet, follows no decision, and may be taken back. */
  canTakeBack: z.boolean(),
  /** No payer has it, and none has decided on it: it may be corrected and sent again by who billed it. */
  canCorrect: z.boolean(),
  /** What the patient paid at the visit, each with the event that a receipt is asked for by. */
  takenAtVisit: z.array(z.object({ eventId: z.string(), amount: CentsField, paidOn: z.string() })),
  /** Nothing was posted yet: its superbill says what was done and charged, and no more. */
  hasSuperbill: z.boolean(),
});
export type ClaimProgress = z.infer<typeof ClaimProgress>;

/** The whole claim for billers and admins, its progress for clinicians. */
export const ShownClaim = z.union([ClaimDetail, ClaimProgress]);
export type ShownClaim = z.infer<typeof ShownClaim>;
export const ShownClaimList = z.union([ClaimList, ClaimProgressList]);
export type ShownClaimList = z.infer<typeof ShownClaimList>;

/** Shown as a whole, with its money. */
export const isWhole = <Shown extends ShownClaim | ListedClaim | ListedProgress>(
  claim: Shown,
): claim is Extract<Shown, { money: unknown }> => 'money' in claim;

/** Those of a list that are shown as a whole: all, or none. */
export const wholeOf = ({ claims }: Pick<ShownClaimList, 'claims'>): ListedClaim[] =>
  claims.flatMap((claim: ListedClaim | ListedProgress) => (isWhole(claim) ? [claim] : []));
