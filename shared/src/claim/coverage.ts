/** The insurance that this claim is sent to (2000B SBR, 2010BA NM109, 2010BB). */
import { z } from 'zod';
import { CLAIM_FILING } from '../codes/index.ts';
import { Address } from './address.ts';
import { codeOf, text } from './fields.ts';
import { secondaryIds } from './secondary-ids.ts';

/** SBR02 / PAT01: what the patient is to the subscriber. */
export const Relationship = z.enum(['18', '01', '19', '20', '21', '39', '40', '53', 'G8']);

/** SBR01: whose turn this payer has. */
export const PayerRank = z.enum(['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U']);

/** SBR05: why Medicare is not primary. */
export const InsuranceType = z.enum(['12', '13', '14', '15', '16', '41', '42', '43', '47']);

/** SBR09: a closed list of the guide. */
export const ClaimFilingIndicator = codeOf(CLAIM_FILING.codes);

/** REF01 of a payer's other numbers: 2U payer id, EI employer id, FY claim office, NF NAIC. */
export const PAYER_IDS = ['2U', 'EI', 'FY', 'NF'] as const;

export const Coverage = z.object({
  /** Left out: primary. */
  rank: PayerRank.optional(),
  payerName: text(60),
  /** The payer's id at the clearinghouse, as text: many start with 0. */
  payerId: text(80, 2),
  /** NM108 of 2010BB; left out: PI. */
  payerIdQualifier: z.literal('XV').optional(),
  payerAddress: Address.optional(),
  /** REF*2U, EI, FY, NF of 2010BB. */
  payerSecondaryIds: secondaryIds(PAYER_IDS, 3).optional(),
  /** REF*G2, LU of 2010BB: the billing provider's numbers at this payer. */
  billingProviderIds: secondaryIds(['G2', 'LU'], 2).optional(),
  memberId: text(80, 2),
  /** NM108 of 2010BA; left out: MI. */
  memberIdQualifier: z.literal('II').optional(),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  insuranceType: InsuranceType.optional(),
  /** SBR09. */
  claimFilingIndicator: ClaimFilingIndicator,
});
export type Coverage = z.infer<typeof Coverage>;
