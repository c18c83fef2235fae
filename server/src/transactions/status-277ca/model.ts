/** 277CA (005010X214): what a clearinghouse or payer says of each claim before adjudication, by the levels of the file. */

import { z } from 'zod';
import {
  amount,
  day,
  needed,
  notInModel,
  personName,
  quantity,
  text,
  time,
  whole,
} from '../parts/answers/fields.ts';
import type { AsRead } from '../parts/as-read.ts';
import { PROCEDURE_KINDS } from '../parts/service.ts';
import { StatusSchema } from '../parts/status.ts';

const statuses = z.array(StatusSchema);
/** How many claims were accepted and rejected below, and their charges, as stated (QTY, AMT). */
const totals = {
  acceptedCount: whole(999_999),
  rejectedCount: whole(999_999),
  acceptedAmount: amount,
  rejectedAmount: amount,
};

/** 2220D. */
const LineStatusSchema = z.object({
  /** SVC01-1, where it is not HC. */
  procedureQualifier: z.enum(PROCEDURE_KINDS).exclude(['HC']).optional(),
  procedureCode: text(48),
  modifiers: z.array(needed(2, 2)).max(4),
  /** SVC02. */
  chargeAmount: amount,
  revenueCode: text(48),
  /** SVC07. */
  units: quantity,
  statuses,
  /** REF*FJ: our REF*6R. */
  lineControlNumber: text(50),
  /** REF*XZ. */
  prescriptionNumber: text(50),
  serviceDate: day,
  /** Where it is another day. */
  serviceDateEnd: day,
});

/** 2200D. */
const ClaimStatusSchema = z.object({
  /** TRN02: our CLM01. */
  patientControlNumber: needed(50),
  statuses,
  /** REF*1K. */
  payerClaimControlNumber: text(50),
  /** REF*D9. */
  clearinghouseTraceNumber: text(50),
  /** REF*BLT, of institutional claims. */
  billType: text(50),
  serviceDate: day,
  serviceDateEnd: day,
  lines: z.array(LineStatusSchema),
  notInModel,
});

/** 2000D. */
const PatientSchema = z.object({
  /** HL03, where it is not PT. */
  level: z.enum(['22', '23']).optional(),
  /** NM1*QC. */
  party: z
    .object({
      ...personName,
      /** NM108, where it is not MI. */
      memberIdQualifier: z.literal('II').optional(),
      memberId: text(80, 2),
    })
    .optional(),
  claims: z.array(ClaimStatusSchema),
  notInModel,
});

/** 2000C. */
const ProviderSchema = z.object({
  /** NM1*85. */
  party: z
    .object({
      ...personName,
      organizationName: text(60),
      /** NM108, where it is not XX. */
      idQualifier: z.enum(['FI', 'SV']).optional(),
      /** Its NPI, as a rule. */
      id: text(80, 2),
    })
    .optional(),
  /** 2200C: about all claims of the provider. */
  answer: z.object({ traceNumber: needed(50), statuses, ...totals }).optional(),
  patients: z.array(PatientSchema),
  notInModel,
});

/** 2000B. */
const ReceiverSchema = z.object({
  /** NM1*41: who sent the claims. */
  party: z.object({ ...personName, organizationName: text(60), id: text(80, 2) }).optional(),
  /** 2200B: about the whole batch; `traceNumber` echoes our BHT03. */
  answer: z.object({ traceNumber: needed(50), statuses, ...totals }).optional(),
  providers: z.array(ProviderSchema),
  notInModel,
});

/** 2000A. */
const SourceSchema = z.object({
  /** NM1: who answers. `PR` payer, `AY` clearinghouse. */
  party: z
    .object({
      entity: z.enum(['AY', 'PR']),
      name: text(60),
      idQualifier: z.enum(['46', 'FI', 'PI', 'XV']).optional(),
      id: text(80, 2),
    })
    .optional(),
  /** 2200A. */
  receipt: z.object({ traceNumber: needed(50), receivedDate: day, processedDate: day }).optional(),
  receivers: z.array(ReceiverSchema).max(1),
  notInModel,
});

/** One ST ... SE. */
export const ClaimAcknowledgementSchema = z.object({
  /** BHT03. */
  referenceId: needed(50),
  /** BHT04, BHT05. */
  date: day,
  time,
  sources: z.array(SourceSchema),
  notInModel,
});

export type ClaimAcknowledgement = AsRead<z.infer<typeof ClaimAcknowledgementSchema>>;
export type InformationSource = ClaimAcknowledgement['sources'][number];
export type ReceiverAnswer = InformationSource['receivers'][number];
export type ProviderAnswer = ReceiverAnswer['providers'][number];
export type PatientAnswer = ProviderAnswer['patients'][number];
/** 2200D. */
export type ClaimStatusAnswer = PatientAnswer['claims'][number];
/** 2220D. */
export type LineStatusAnswer = ClaimStatusAnswer['lines'][number];
