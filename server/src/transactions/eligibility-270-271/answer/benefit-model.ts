/** One benefit of a patient (EB and what stands below it): whether there is one, how much of it, and what of it the patient pays. */
import { quantityField } from '@claimside/shared/claim';
import { z } from 'zod';
import { amount, needed, openCode, quantity, text, whole } from '../../parts/answers/fields.ts';
import {
  BENEFIT_DATES,
  BENEFIT_REFERENCES,
  BENEFITS,
  COVERAGE_LEVELS,
  DELIVERIES,
  DELIVERY_FREQUENCIES,
  DELIVERY_PATTERNS,
  DELIVERY_PERIODS,
  DELIVERY_UNITS,
  QUANTITIES,
  REJECTIONS,
  RELATED_AS,
  RELATED_IDS,
  RELATED_PARTIES,
  TIME_PERIODS,
} from '../parts/codes.ts';
import {
  address,
  anyName,
  codeOf,
  diagnosisPointers,
  otherThanFirst,
  procedure,
  provider,
  reference,
  saying,
  some,
} from '../parts/fields.ts';
import { contacts, datesOf, rejectionsOf } from './fields.ts';

/** HSD: how often or how long. */
const DeliverySchema = saying({
  /** HSD01 and HSD02: 20 visits. */
  quantityQualifier: codeOf(DELIVERIES),
  quantity,
  /** HSD03 and HSD04: in each so many days, weeks, months, years. */
  unit: codeOf(DELIVERY_UNITS),
  unitCount: quantityField(999).optional(),
  /** HSD05 and HSD06: for so many periods. */
  timePeriod: codeOf(DELIVERY_PERIODS),
  periodCount: whole(999),
  frequency: codeOf(DELIVERY_FREQUENCIES),
  pattern: codeOf(DELIVERY_PATTERNS),
});

/** III: place of service, or nature of the injury. */
const SituationSchema = z.object({
  /** III01: ZZ a place of service. */
  codeList: codeOf(['GR', 'NI', 'ZZ']),
  code: text(30),
  category: z.literal('44').optional(),
  bodyPart: text(264),
});

/** 2120: whom the benefit depends on, such as a primary care provider, or another payer. */
const RelatedPartySchema = z.object({
  /** NM101. */
  entity: z.enum(RELATED_PARTIES),
  ...anyName,
  /** NM108, where it is not XX. */
  idQualifier: otherThanFirst(RELATED_IDS),
  id: text(80, 2),
  /** NM110: of a person, to the insured. */
  relationship: codeOf(RELATED_AS),
  address,
  /** N406: of the military. */
  healthServiceRegion: text(30),
  contacts,
  provider,
});

/** 2110C, 2110D. */
export const BenefitSchema = z.object({
  /** EB01. */
  information: z.enum(BENEFITS),
  /** EB02: for whom. */
  coverageLevel: codeOf(COVERAGE_LEVELS),
  /** EB03: none where the payer names none. */
  serviceTypes: z.array(openCode(1, 2).unwrap()).max(99),
  /** EB04. */
  insuranceType: openCode(1, 3),
  /** EB05. */
  planDescription: text(50),
  /** EB06: for how long, or which part of it. */
  timePeriod: codeOf(TIME_PERIODS),
  /** EB07. */
  amount,
  /** EB08: 0.2 is 20 percent. */
  percent: quantity,
  /** EB09 and EB10. */
  quantityQualifier: codeOf(QUANTITIES),
  quantity,
  /** EB11: whether an authorization is needed; U unknown. */
  authorization: codeOf(['N', 'U', 'Y']),
  /** EB12: Y in the plan's network, N outside, W both alike, U unknown. */
  network: codeOf(['N', 'U', 'W', 'Y']),
  /** EB13; `lastCode` the last of a range. */
  procedure: saying({ ...procedure, lastCode: text(48) }).optional(),
  diagnosisPointers,
  deliveries: some(DeliverySchema, 9),
  references: some(reference(BENEFIT_REFERENCES), 9),
  dates: datesOf(BENEFIT_DATES, 20),
  rejections: rejectionsOf(REJECTIONS.benefit).min(1).optional(),
  /** MSG. */
  messages: some(needed(264), 10),
  situations: some(SituationSchema, 10),
  relatedParties: some(RelatedPartySchema, 23),
});
