/** 271 (005010X279A1): what a payer says of a patient's benefits, by the levels of the file. */
import { z } from 'zod';
import { day, needed, notInModel, openCode, text, time } from '../../parts/answers/fields.ts';
import type { AsRead } from '../../parts/as-read.ts';
import {
  DEPENDENT_RELATIONSHIPS,
  MILITARY_BRANCHES,
  MILITARY_EMPLOYMENTS,
  MILITARY_STATUSES,
  PATIENT_DATES,
  PATIENT_REFERENCES,
  RECEIVER_IDS,
  RECEIVER_REFERENCES,
  RECEIVERS,
  REJECTIONS,
  SOURCE_IDS,
  SOURCES,
} from '../parts/codes.ts';
import {
  address,
  anyName,
  birth,
  diagnoses,
  membership,
  otherThanFirst,
  provider,
  reference,
  some,
} from '../parts/fields.ts';
import { BenefitSchema } from './benefit-model.ts';
import { contacts, datesOf, rejectionsOf } from './fields.ts';

/** TRN. */
const TraceSchema = z.object({
  /** TRN01: 2 the number that we gave, 1 one of the payer. */
  type: z.enum(['1', '2']),
  number: needed(50),
  /** TRN03: who gave it. */
  originator: text(10, 10),
  department: text(50),
});

const patient = {
  traces: z.array(TraceSchema).max(3),
  references: some(reference(PATIENT_REFERENCES), 9),
  address,
  provider,
  ...birth,
  diagnoses,
  dates: datesOf(PATIENT_DATES, 9),
  /** MPI. */
  military: z
    .object({
      status: z.enum(MILITARY_STATUSES),
      employment: z.enum(MILITARY_EMPLOYMENTS),
      branch: z.enum(MILITARY_BRANCHES),
      description: text(80),
      rank: openCode(2),
      date: day,
      dateEnd: day,
    })
    .optional(),
  benefits: z.array(BenefitSchema),
};

/** INS. */
const membershipOf = (relationships: readonly string[]) =>
  z
    .object({
      ...membership(relationships),
      /** INS03 and INS04: 001 and 25 where the payer knows the person by other data than we sent. */
      maintenanceType: z.literal('001').optional(),
      maintenanceReason: z.literal('25').optional(),
    })
    .optional();

const { organizationName: _, ...personName } = anyName;

/** 2000D: a patient who is not the subscriber. */
const DependentSchema = z.object({
  ...personName,
  ...patient,
  rejections: rejectionsOf(REJECTIONS.dependent),
  membership: membershipOf(DEPENDENT_RELATIONSHIPS),
  notInModel,
});

/** 2000C. */
const SubscriberSchema = z.object({
  ...anyName,
  /** NM108, where it is not MI. */
  memberIdQualifier: z.literal('II').optional(),
  memberId: text(80, 2),
  ...patient,
  rejections: rejectionsOf(REJECTIONS.subscriber),
  membership: membershipOf(['18']),
  dependents: z.array(DependentSchema),
  notInModel,
});

/** 2000B: who asked. */
const ReceiverSchema = z.object({
  party: z
    .object({
      /** NM101: 1P a provider. */
      entity: z.enum(RECEIVERS),
      ...anyName,
      /** NM108, where it is not XX. */
      idQualifier: otherThanFirst(RECEIVER_IDS),
      /** Its NPI, as a rule. */
      id: text(80, 2),
      references: some(reference(RECEIVER_REFERENCES), 9),
      address,
      rejections: rejectionsOf(REJECTIONS.receiver),
      provider,
    })
    .optional(),
  subscribers: z.array(SubscriberSchema),
  notInModel,
});

/** 2000A: who answers. */
const SourceSchema = z.object({
  /** Of the request as a whole. */
  rejections: rejectionsOf(REJECTIONS.source),
  party: z
    .object({
      /** NM101: PR a payer. */
      entity: z.enum(SOURCES),
      ...anyName,
      /** NM108, where it is not PI. */
      idQualifier: otherThanFirst(SOURCE_IDS),
      id: text(80, 2),
      contacts,
      rejections: rejectionsOf(REJECTIONS.payer),
    })
    .optional(),
  receivers: z.array(ReceiverSchema),
  notInModel,
});

/** One ST ... SE. */
export const EligibilityResponseSchema = z.object({
  /** BHT02, where it is not 11: 06 confirms a cancellation. */
  purpose: z.literal('06').optional(),
  /** BHT03: that of the request, where the payer repeats it. */
  referenceId: text(50),
  /** BHT04, BHT05. */
  date: day,
  time,
  sources: z.array(SourceSchema),
  notInModel,
});

export type EligibilityResponse = AsRead<z.infer<typeof EligibilityResponseSchema>>;
export type ResponseSource = EligibilityResponse['sources'][number];
export type ResponseReceiver = ResponseSource['receivers'][number];
export type ResponseSubscriber = ResponseReceiver['subscribers'][number];
export type ResponseDependent = ResponseSubscriber['dependents'][number];
/** 2110C or 2110D. */
export type Benefit = ResponseSubscriber['benefits'][number];
/** 2120C or 2120D. */
export type RelatedParty = NonNullable<Benefit['relatedParties']>[number];
export type Rejection = ResponseSubscriber['rejections'][number];
export type PatientReference = NonNullable<ResponseSubscriber['references']>[number];
export type PatientDate = NonNullable<ResponseSubscriber['dates']>[number];
