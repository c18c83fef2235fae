/** A complete professional claim: everything the writer of an 837P needs but control numbers. Only this can be sent. */
import { z } from 'zod';
import { type Cents, sumCents } from '../values/index.ts';
import { Coverage, Relationship } from './coverage.ts';
import { CentsField, IsoDateField, text } from './fields.ts';
import { Patient } from './person.ts';
import { BillingProvider, Provider, ServiceFacility } from './providers.ts';
import { ServiceLine } from './service-line.ts';

export const Claim = z.object({
  billingProvider: BillingProvider,
  /** Left out when the billing provider treated the patient. */
  renderingProvider: Provider.optional(),
  /** Left out when the service was given at the billing address. */
  serviceFacility: ServiceFacility.optional(),
  referringProvider: Provider.optional(),
  patient: Patient,
  /** `18`: the patient is the subscriber, and `subscriber` is absent. */
  relationshipToSubscriber: Relationship,
  subscriber: Patient.optional(),
  coverage: Coverage,
  /** CLM05-1, two digits (CMS). */
  placeOfService: z.string().regex(/^\d{2}$/),
  /** CLM05-3: 1 original, 7 replacement, 8 void. */
  frequency: z.enum(['1', '7', '8']),
  /** REF*F8, the payer's number of the claim that is replaced or voided. */
  payerClaimControlNumber: text(50).optional(),
  /** CLM06. */
  providerSignatureOnFile: z.boolean(),
  /** CLM07. */
  assignmentOfBenefits: z.enum(['A', 'B', 'C']),
  /** CLM08. */
  benefitsToProvider: z.enum(['Y', 'N', 'W']),
  /** CLM09. */
  releaseOfInformation: z.enum(['Y', 'I']),
  /** REF*G1. */
  priorAuthorizationNumber: text(50).optional(),
  /** DTP*431. */
  onsetDate: IsoDateField.optional(),
  /** AMT*F5. */
  patientPaidAmount: CentsField.optional(),
  /** ICD-10-CM, dotted or not, in the order of the claim; the first is principal. */
  diagnoses: z
    .array(
      z.object({
        code: z.string().regex(/^[A-Z]\d[0-9A-Z](\.?[0-9A-Z]{1,4})?$/),
        description: text(200).optional(),
      }),
    )
    .min(1)
    .max(12),
  serviceLines: z.array(ServiceLine).min(1).max(50),
});
export type Claim = z.infer<typeof Claim>;

/** CLM02: the sum of the lines' charges. */
export function totalCharge(claim: Pick<Claim, 'serviceLines'>): Cents {
  return sumCents(claim.serviceLines.map((line) => line.chargeAmount));
}
