/** 277 (005010X212): what a payer says of a claim when it was asked, by the levels of the file. */

import { z } from 'zod';
import { amount, day, needed, notInModel, quantity, text, time } from '../parts/answers/fields.ts';
import type { AsRead } from '../parts/as-read.ts';
import { dependent, payer, provider, receiver, subscriber } from '../parts/claim-status/party-fields.ts';
import { PROCEDURE_KINDS } from '../parts/service.ts';
import { DecidedStatusSchema, StatusSchema } from '../parts/status.ts';

const statuses = z.array(DecidedStatusSchema);

/** 2220D, 2220E. */
const LineSchema = z.object({
  /** SVC01-1, where it is not HC. */
  procedureQualifier: z.enum(PROCEDURE_KINDS).exclude(['HC']).optional(),
  procedureCode: text(48),
  modifiers: z.array(needed(2, 2)).max(4),
  /** SVC02. */
  chargeAmount: amount,
  /** SVC03. */
  paidAmount: amount,
  revenueCode: text(48),
  /** SVC07. */
  units: quantity,
  statuses,
  /** REF*FJ: our REF*6R. */
  lineControlNumber: text(50),
  serviceDate: day,
  /** Where it is another day. */
  serviceDateEnd: day,
});

/** 2200D, 2200E. */
const ClaimSchema = z.object({
  /** TRN02: that of the request; of our own claim where nobody asked, with some senders. */
  traceNumber: needed(50),
  statuses,
  /** REF*1K. */
  payerClaimControlNumber: text(50),
  /** REF*BLT, of institutional claims. */
  billType: text(50),
  /** REF*EJ: our CLM01. */
  patientControlNumber: text(50),
  /** REF*XZ. */
  prescriptionNumber: text(50),
  /** REF*VV. */
  voucherNumber: text(50),
  /** REF*D9. */
  clearinghouseTraceNumber: text(50),
  serviceDate: day,
  serviceDateEnd: day,
  lines: z.array(LineSchema),
  notInModel,
});

/** 2000E: a patient who is not the subscriber. */
const DependentSchema = z.object({
  party: dependent,
  claims: z.array(ClaimSchema),
  notInModel,
});

/** 2000D. */
const SubscriberSchema = z.object({
  party: subscriber,
  /** Of the subscriber as the patient. */
  claims: z.array(ClaimSchema),
  dependents: z.array(DependentSchema),
  notInModel,
});

/** 2200B, 2200C: about everything that was asked; with it no claim is named. */
const RequestAnswer = z.object({
  traceNumber: needed(50),
  statuses: z.array(StatusSchema.pick({ codes: true, date: true })),
});

/** 2000C. */
const ProviderSchema = z.object({
  party: provider,
  answer: RequestAnswer.optional(),
  subscribers: z.array(SubscriberSchema),
  notInModel,
});

/** 2000B. */
const ReceiverSchema = z.object({
  /** Who asked. */
  party: receiver,
  answer: RequestAnswer.optional(),
  providers: z.array(ProviderSchema),
  notInModel,
});

/** 2000A. */
const SourceSchema = z.object({
  party: payer,
  /** PER. */
  contact: z
    .object({ name: text(60), phone: text(256), extension: text(256), fax: text(256), email: text(256) })
    .optional(),
  receivers: z.array(ReceiverSchema),
  notInModel,
});

/** One ST ... SE. */
export const ClaimStatusResponseSchema = z.object({
  /** BHT03. */
  referenceId: needed(50),
  /** BHT04, BHT05. */
  date: day,
  time,
  sources: z.array(SourceSchema),
  notInModel,
});

export type ClaimStatusResponse = AsRead<z.infer<typeof ClaimStatusResponseSchema>>;
export type ResponseSource = ClaimStatusResponse['sources'][number];
export type ResponseReceiver = ResponseSource['receivers'][number];
export type ResponseProvider = ResponseReceiver['providers'][number];
export type ResponseSubscriber = ResponseProvider['subscribers'][number];
export type ResponseDependent = ResponseSubscriber['dependents'][number];
/** 2200D or 2200E. */
export type ClaimResponse = ResponseSubscriber['claims'][number];
export type LineResponse = ClaimResponse['lines'][number];
