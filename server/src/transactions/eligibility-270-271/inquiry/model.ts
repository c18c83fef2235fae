/** 270 (005010X279A1): whose benefits a payer is asked about, by the levels of the file. */
import { z } from 'zod';
import { amount, day, needed, notInModel, openCode, text, time } from '../../parts/answers/fields.ts';
import type { AsRead } from '../../parts/as-read.ts';
import {
  DEPENDENT_RELATIONSHIPS,
  PATIENT_REFERENCES,
  RECEIVER_IDS,
  RECEIVER_REFERENCES,
  RECEIVERS,
  SOURCE_IDS,
  SOURCES,
} from '../parts/codes.ts';
import {
  address,
  anyName,
  birth,
  diagnoses,
  diagnosisPointers,
  membership,
  otherThanFirst,
  procedure,
  provider,
  reference,
  saying,
  some,
} from '../parts/fields.ts';

/** TRN: ours; the answer repeats it. */
const TraceSchema = z.object({
  number: needed(50),
  /** TRN03: who gave the number, as `1` and a tax ID or `9` and an id of ours. */
  originator: text(10, 10),
  department: text(50),
});

/** 2110C, 2110D: what is asked. */
const QuestionSchema = z.object({
  /** EQ01. */
  serviceTypes: z.array(openCode(1, 2).unwrap()).max(99),
  procedure: saying(procedure).optional(),
  /** EQ03: FAM for what the family has together. */
  coverageLevel: z.literal('FAM').optional(),
  diagnosisPointers,
  /** AMT*R. */
  spendDownAmount: amount,
  /** AMT*PB. */
  spendDownBilled: amount,
  /** III. */
  placeOfService: openCode(2),
  /** REF*9F. */
  referralNumber: text(50),
  /** REF*G1. */
  priorAuthorizationNumber: text(50),
  /** DTP*291, where it is another day than the patient's. */
  serviceDate: day,
  serviceDateEnd: day,
});

const patient = {
  traces: z.array(TraceSchema).max(2),
  references: some(reference(PATIENT_REFERENCES), 9),
  address,
  provider,
  ...birth,
  diagnoses,
  /** DTP*102: of the card. */
  cardIssueDate: day,
  /** DTP*291: for which the benefits are asked. */
  serviceDate: day,
  serviceDateEnd: day,
  questions: z.array(QuestionSchema),
};

const { organizationName: _, ...personName } = anyName;

/** 2000D: a patient who is not the subscriber. */
const DependentSchema = z.object({
  ...personName,
  ...patient,
  membership: z.object(membership(DEPENDENT_RELATIONSHIPS)).optional(),
  notInModel,
});

/** 2000C. */
const SubscriberSchema = z.object({
  ...anyName,
  /** NM108, where it is not MI. */
  memberIdQualifier: z.literal('II').optional(),
  memberId: text(80, 2),
  ...patient,
  membership: z.object(membership(['18'])).optional(),
  dependents: z.array(DependentSchema),
  notInModel,
});

/** 2000B: who asks. */
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
      provider,
    })
    .optional(),
  subscribers: z.array(SubscriberSchema),
  notInModel,
});

/** 2000A: who is asked. */
const SourceSchema = z.object({
  party: z
    .object({
      /** NM101: PR a payer. */
      entity: z.enum(SOURCES),
      ...anyName,
      /** NM108, where it is not PI. */
      idQualifier: otherThanFirst(SOURCE_IDS),
      id: text(80, 2),
    })
    .optional(),
  receivers: z.array(ReceiverSchema),
  notInModel,
});

/** One ST ... SE. */
export const EligibilityRequestSchema = z.object({
  /** BHT02, where it is not 13: 01 takes an earlier one back. */
  purpose: z.enum(['01', '36']).optional(),
  /** BHT03. */
  referenceId: text(50),
  /** BHT04, BHT05. */
  date: day,
  time,
  /** BHT06. */
  type: z.literal('RT').optional(),
  sources: z.array(SourceSchema),
  notInModel,
});

export type EligibilityRequest = AsRead<z.infer<typeof EligibilityRequestSchema>>;
export type RequestSource = EligibilityRequest['sources'][number];
export type RequestReceiver = RequestSource['receivers'][number];
export type RequestSubscriber = RequestReceiver['subscribers'][number];
export type RequestDependent = RequestSubscriber['dependents'][number];
/** 2110C or 2110D. */
export type EligibilityQuestion = RequestSubscriber['questions'][number];
