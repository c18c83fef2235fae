/** A complete professional claim: everything the writer of an 837P needs but control numbers. Only this can be sent. */
import { z } from 'zod';
import { type Cents, sumCents } from '../values/index.ts';
import { Address } from './address.ts';
import { claimDates } from './claim-dates.ts';
import { claimReferences } from './claim-references.ts';
import { Coverage, Relationship } from './coverage.ts';
import { CentsField, code, flag, text } from './fields.ts';
import { OtherCoverage } from './other-coverage.ts';
import { Patient, Subscriber } from './person.ts';
import {
  AmbulanceDropOff,
  BillingProvider,
  PayToPlan,
  Provider,
  ReferringProvider,
  ServiceFacility,
  SupervisingProvider,
} from './providers.ts';
import { ServiceLine } from './service-line.ts';
import {
  AmbulanceTransport,
  Attachment,
  Conditions,
  Contract,
  Repricing,
  SpinalManipulation,
  VisionConditions,
} from './situations.ts';

/** HI: ICD-10-CM, or ICD-9-CM in files from before October 2015. */
export const Diagnosis = z.object({
  codeSet: z.literal('ICD-9-CM').optional(),
  /** Dotted or not. */
  code: z.string().regex(/^([A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?|(\d{3}|V\d{2}|E\d{3})(\.?\d{1,2})?)$/),
  description: text(200).optional(),
});

export const Claim = z.object({
  billingProvider: BillingProvider,
  /** 2010AB: where to pay when not at the billing address; may be a P.O. box. */
  payToAddress: Address.optional(),
  payToPlan: PayToPlan.optional(),
  /** Left out when the billing provider treated the patient. */
  renderingProvider: Provider.optional(),
  /** Left out when the service was given at the billing address. */
  serviceFacility: ServiceFacility.optional(),
  /** 2310A DN, then P3. */
  referringProvider: ReferringProvider.optional(),
  primaryCareProvider: ReferringProvider.optional(),
  supervisingProvider: SupervisingProvider.optional(),
  ambulancePickUp: Address.optional(),
  ambulanceDropOff: AmbulanceDropOff.optional(),

  patient: Patient,
  /** `18`: the patient is the subscriber, and `subscriber` is absent. */
  relationshipToSubscriber: Relationship,
  subscriber: Subscriber.optional(),
  coverage: Coverage,
  otherCoverages: z.array(OtherCoverage).min(1).max(10).optional(),

  /** CLM05-1, two digits (CMS). */
  placeOfService: z.string().regex(/^\d{2}$/),
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  frequency: z.enum(['1', '7', '8']),
  /** CLM06. */
  providerSignatureOnFile: z.boolean(),
  /** CLM07. */
  assignmentOfBenefits: z.enum(['A', 'B', 'C']),
  /** CLM08. */
  benefitsToProvider: z.enum(['Y', 'N', 'W']),
  /** CLM09. */
  releaseOfInformation: z.enum(['Y', 'I']),
  /** CLM10 P. */
  isPatientSignatureByProvider: flag.optional(),
  /** CLM11: AA auto accident, EM employment, OA other accident. */
  relatedCauses: z
    .array(z.enum(['AA', 'EM', 'OA']))
    .min(1)
    .max(3)
    .optional(),
  /** CLM11-4, CLM11-5. */
  autoAccidentState: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  autoAccidentCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** CLM12. */
  specialProgram: z.enum(['02', '03', '05', '09']).optional(),
  /** CLM20. */
  delayReason: z.enum(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '15']).optional(),

  ...claimDates,
  attachments: z.array(Attachment).min(1).max(10).optional(),
  contract: Contract.optional(),
  /** AMT*F5. */
  patientPaidAmount: CentsField.optional(),
  ...claimReferences,
  /** K3. */
  fixedFormats: z.array(text(80)).min(1).max(10).optional(),
  note: z.object({ kind: z.enum(['ADD', 'CER', 'DCP', 'DGN', 'TPO']), text: text(80) }).optional(),

  ambulance: AmbulanceTransport.optional(),
  spinalManipulation: SpinalManipulation.optional(),
  /** CRC*07. */
  ambulanceConditions: z.array(Conditions).min(1).max(3).optional(),
  visionConditions: z.array(VisionConditions).min(1).max(3).optional(),
  /** CRC*75. */
  isHomebound: flag.optional(),
  /** CRC*ZZ. */
  epsdtReferral: Conditions.optional(),

  /** In the order of the claim; the first is principal. */
  diagnoses: z.array(Diagnosis).min(1).max(12),
  /** HI*BP, HI*BO: the surgery that the anesthesia was for. */
  anesthesiaProcedures: z.array(code(5)).min(1).max(2).optional(),
  /** HI*BG. */
  conditionCodes: z.array(code(2, 3)).min(1).max(24).optional(),
  repricing: Repricing.optional(),
  serviceLines: z.array(ServiceLine).min(1).max(50),
});
export type Claim = z.infer<typeof Claim>;

/** CLM02: the sum of the lines' charges. */
export function totalCharge(claim: Pick<Claim, 'serviceLines'>): Cents {
  return sumCents(claim.serviceLines.map((line) => line.chargeAmount));
}
