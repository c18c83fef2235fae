/** Another insurance of the patient, before or behind the one that is billed (2320, 2330). */
import { z } from 'zod';
import { Address } from './address.ts';
import { Adjustments } from './adjustment.ts';
import { ClaimFilingIndicator, InsuranceType, PAYER_IDS, PayerRank, Relationship } from './coverage.ts';
import { CentsField, code, flag, IsoDateField, quantity, SignedCentsField, text } from './fields.ts';
import { OtherSubscriber } from './person.ts';
import { secondaryIds } from './secondary-ids.ts';

/** 2330B. */
const OtherPayer = z.object({
  name: text(60),
  idQualifier: z.literal('XV').optional(),
  /** What SVD01 of the lines names. */
  id: text(80, 2),
  address: Address.optional(),
  /** DTP*573: when it adjudicated the claim; here or at the lines, never at both. */
  adjudicationDate: IsoDateField.optional(),
  secondaryIds: secondaryIds(PAYER_IDS, 2).optional(),
  priorAuthorizationNumber: text(50).optional(),
  referralNumber: text(50).optional(),
  /** REF*T4. */
  isClaimAdjustment: flag.optional(),
  payerClaimControlNumber: text(50).optional(),
});

/** MOA of the earlier payer's 835. */
const OutpatientAdjudication = z
  .object({
    reimbursementRate: quantity(1).optional(),
    hcpcsPayableAmount: CentsField.optional(),
    /** RARC, opaque. */
    remarkCodes: z.array(code(1, 50)).min(1).max(5).optional(),
    endStageRenalDiseaseAmount: CentsField.optional(),
    professionalComponentAmount: CentsField.optional(),
  })
  .refine((remarks) => Object.values(remarks).some((part) => part !== undefined), {
    message: 'says nothing; leave it out',
  });

/** 2330C, 2330E, 2330F: a provider's numbers at that payer. */
const numbersAtPayer = <Kind extends '0B' | '1G' | 'G2' | 'LU'>(kinds: readonly Kind[], max: number) =>
  z.object({ ids: secondaryIds(kinds, max) });

/** 2330D, 2330G: of one who may be an organization (NM102). */
const either = { isOrganization: flag.optional() };

export const OtherCoverage = z.object({
  rank: PayerRank,
  relationshipToSubscriber: Relationship,
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  insuranceType: InsuranceType.optional(),
  claimFilingIndicator: ClaimFilingIndicator,
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
  referringProvider: numbersAtPayer(['0B', '1G', 'G2'], 3).optional(),
  primaryCareProvider: numbersAtPayer(['0B', '1G', 'G2'], 3).optional(),
  renderingProvider: numbersAtPayer(['0B', '1G', 'G2', 'LU'], 3).extend(either).optional(),
  serviceFacility: numbersAtPayer(['0B', 'G2', 'LU'], 3).optional(),
  supervisingProvider: numbersAtPayer(['0B', '1G', 'G2', 'LU'], 3).optional(),
  billingProvider: numbersAtPayer(['G2', 'LU'], 2).extend(either).optional(),
});
export type OtherCoverage = z.infer<typeof OtherCoverage>;
