/** 276 (005010X212): which claims a payer is asked about, by the levels of the file. */

import { z } from 'zod';
import { amount, day, needed, notInModel, quantity, text, time } from '../parts/answers/fields.ts';
import type { AsRead } from '../parts/as-read.ts';
import { dependent, payer, provider, receiver, subscriber } from '../parts/claim-status/party-fields.ts';
import { PROCEDURE_KINDS } from '../parts/service.ts';

/** 2210D, 2210E: one service line that is asked about by itself. */
export const RequestedLineSchema = z.object({
  /** SVC01-1, where it is not HC. */
  procedureQualifier: z.enum(PROCEDURE_KINDS).exclude(['HC']).optional(),
  procedureCode: text(48),
  modifiers: z.array(needed(2, 2)).max(4),
  /** SVC02. */
  chargeAmount: amount,
  revenueCode: text(48),
  /** SVC07. */
  units: quantity,
  /** REF*FJ: our REF*6R. */
  lineControlNumber: text(50),
  serviceDate: day,
  /** Where it is another day. */
  serviceDateEnd: day,
});

/** 2200D, 2200E. */
export const RequestedClaimSchema = z.object({
  /** TRN02: ours; the answer repeats it. */
  traceNumber: needed(50),
  /** REF*1K. */
  payerClaimControlNumber: text(50),
  /** REF*BLT, of institutional claims. */
  billType: text(50),
  /** REF*LU. */
  locationNumber: text(50),
  /** REF*6P. */
  groupNumber: text(50),
  /** REF*EJ: our CLM01. */
  patientControlNumber: text(50),
  /** REF*XZ. */
  prescriptionNumber: text(50),
  /** REF*D9. */
  clearinghouseTraceNumber: text(50),
  /** AMT*T3. */
  chargeAmount: amount,
  serviceDate: day,
  serviceDateEnd: day,
  lines: z.array(RequestedLineSchema),
  notInModel,
});

const claims = z.array(RequestedClaimSchema);

/** DMG of the patient. */
const demographics = { birthDate: day, sex: z.enum(['F', 'M', 'U']).optional() };

/** 2000E: a patient who is not the subscriber. */
const DependentSchema = z.object({ ...demographics, party: dependent, claims, notInModel });

/** 2000D. */
const SubscriberSchema = z.object({
  ...demographics,
  party: subscriber,
  /** Of the subscriber as the patient. */
  claims,
  dependents: z.array(DependentSchema),
  notInModel,
});

/** 2000C. */
const ProviderSchema = z.object({ party: provider, subscribers: z.array(SubscriberSchema), notInModel });

/** 2000B. */
const ReceiverSchema = z.object({
  /** Who asks. */
  party: receiver,
  providers: z.array(ProviderSchema),
  notInModel,
});

/** 2000A. */
const SourceSchema = z.object({ party: payer, receivers: z.array(ReceiverSchema), notInModel });

/** One ST ... SE. */
export const ClaimStatusRequestSchema = z.object({
  /** BHT03. */
  referenceId: needed(50),
  /** BHT04, BHT05. */
  date: day,
  time,
  sources: z.array(SourceSchema),
  notInModel,
});

export type ClaimStatusRequest = AsRead<z.infer<typeof ClaimStatusRequestSchema>>;
export type RequestSource = ClaimStatusRequest['sources'][number];
export type RequestReceiver = RequestSource['receivers'][number];
export type RequestProvider = RequestReceiver['providers'][number];
export type RequestSubscriber = RequestProvider['subscribers'][number];
export type RequestDependent = RequestSubscriber['dependents'][number];
/** 2200D or 2200E. */
export type RequestedClaim = RequestSubscriber['claims'][number];
