/** Another insurance of the patient, before or behind the one that is billed (2320, 2330). */
import { z } from 'zod';
import { Address } from './address.ts';
import { Adjustments } from './adjustment.ts';
import { InsuranceType, PayerRank, Relationship } from './coverage.ts';
import { CentsField, code, flag, IsoDateField, quantity, SignedCentsField, text } from './fields.ts';
import { secondaryIds } from './providers.ts';

/** 2330A. */
const OtherSubscriber = z.object({
  organizationName: text(60).optional(),
  lastName: text(60).optional(),
  firstName: text(35).optional(),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
  memberId: text(80),
  memberIdQualifier: z.literal('II').optional(),
  address: Address.optional(),
  socialSecurityNumber: z
    .string()
    .regex(/^\d{9}$/)
    .optional(),
});

/** 2330B. */
const OtherPayer = z.object({
  name: text(60),
  idQualifier: z.literal('XV').optional(),
  /** What SVD01 of the lines names. */
  id: text(80),
  address: Address.optional(),
  /** DTP*573: when it adjudicated the claim; here or at the lines, never at both. */
  adjudicationDate: IsoDateField.optional(),
  secondaryIds: secondaryIds(2),
  priorAuthorizationNumber: text(50).optional(),
  referralNumber: text(50).optional(),
  /** REF*T4. */
  isClaimAdjustment: flag.optional(),
  payerClaimControlNumber: text(50).optional(),
});

/** MOA of the earlier payer's 835. */
const OutpatientAdjudication = z.object({
  reimbursementRate: quantity(1).optional(),
  hcpcsPayableAmount: CentsField.optional(),
  /** RARC, opaque. */
  remarkCodes: z.array(code(1, 50)).min(1).max(5).optional(),
  endStageRenalDiseaseAmount: CentsField.optional(),
  professionalComponentAmount: CentsField.optional(),
});

/** 2330C to 2330G: a provider's numbers at that payer. */
const ProviderAtPayer = z.object({
  /** NM102. */
  isOrganization: flag.optional(),
  ids: secondaryIds(3),
});

export const OtherCoverage = z.object({
  rank: PayerRank,
  relationshipToSubscriber: Relationship,
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  insuranceType: InsuranceType.optional(),
  claimFilingIndicator: code(2),
  adjustments: Adjustments,
  /** AMT*D: present, even as 0, once that payer has adjudicated. */
  paidAmount: SignedCentsField.optional(),
  /** AMT*A8. */
  nonCoveredAmount: CentsField.optional(),
  /** AMT*EAF. */
  remainingPatientLiability: CentsField.optional(),
  /** OI03. */
  benefitsToProvider: z.enum(['Y', 'N', 'W']),
  /** OI04 P. */
  isPatientSignatureByProvider: flag.optional(),
  /** OI06. */
  releaseOfInformation: z.enum(['Y', 'I']),
  outpatientAdjudication: OutpatientAdjudication.optional(),
  subscriber: OtherSubscriber,
  payer: OtherPayer,
  referringProvider: ProviderAtPayer.optional(),
  primaryCareProvider: ProviderAtPayer.optional(),
  renderingProvider: ProviderAtPayer.optional(),
  serviceFacility: ProviderAtPayer.optional(),
  supervisingProvider: ProviderAtPayer.optional(),
  billingProvider: ProviderAtPayer.optional(),
});
export type OtherCoverage = z.infer<typeof OtherCoverage>;
