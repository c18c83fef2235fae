/** Working a claim together: who has it, what people wrote down, and its whole history as proof of when it was sent. */
import { z } from 'zod';
import { CentsField } from '../claim/fields.ts';
import { textField } from '../claim/index.ts';
import { CLAIM_STATUSES, FOLLOW_UPS } from '../lifecycle/index.ts';
import { Event, OUTBOUND_STATES } from './claims.ts';

/** A device stands for the person at it. */
export const Assignee = z.object({
  id: z.string(),
  name: z.string(),
  /** False once it is unpaired: its name still stands beside what it had. */
  isActive: z.boolean(),
});
export type Assignee = z.infer<typeof Assignee>;

/** Null takes it from everyone. */
export const AssignClaim = z.strictObject({ deviceId: z.string().max(100).nullable() });

export const NewNote = z.strictObject({ text: textField(1_000) });
export const ClaimNote = z.object({
  id: z.string(),
  at: z.string(),
  /** Name of the device that wrote it. */
  by: z.string(),
  text: z.string(),
});
export type ClaimNote = z.infer<typeof ClaimNote>;

const SentFile = z.object({
  name: z.string(),
  sha256: z.string(),
  mode: z.enum(['test', 'live']),
  /** ISA13. */
  interchangeControlNumber: z.number().int(),
  /** BHT03, by which answers to the whole batch name it. */
  batchReference: z.string(),
  state: z.enum(OUTBOUND_STATES),
  madeAt: z.string(),
  /** When the upload was confirmed by the clearinghouse's server; null while it was not. */
  sentAt: z.string().nullable(),
});

const AnsweringFile = z.object({
  id: z.string(),
  name: z.string(),
  sha256: z.string(),
  receivedAt: z.string(),
});

/** Each time the account was sent, what came back, and what people wrote, from the first claim to the last. */
export const ClaimHistory = z.object({
  /** When this was put together. */
  at: z.string(),
  practice: z.object({ name: z.string(), npi: z.string(), taxId: z.string() }).nullable(),
  patientName: z.string(),
  birthDate: z.string(),
  submissions: z.array(
    z.object({
      id: z.string(),
      /** CLM01: the trace number under which a 277CA answers. */
      patientControlNumber: z.string(),
      how: z.enum(FOLLOW_UPS).nullable(),
      status: z.enum(CLAIM_STATUSES),
      createdAt: z.string(),
      payerName: z.string(),
      payerId: z.string(),
      memberId: z.string(),
      serviceDates: z.object({ first: z.string(), last: z.string() }),
      totalCharge: CentsField,
      payerClaimControlNumber: z.string().nullable(),
      clearinghouseClaimId: z.string().nullable(),
      /** By which it left, or would leave now, as people call it; empty where none is set up. */
      clearinghouse: z.string(),
      file: SentFile.nullable(),
      events: z.array(Event),
      /** Those that the events were learnt from. */
      answers: z.array(AnsweringFile),
      notes: z.array(ClaimNote),
    }),
  ),
});
export type ClaimHistory = z.infer<typeof ClaimHistory>;
