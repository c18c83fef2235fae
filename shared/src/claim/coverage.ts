/** The insurance that this claim is sent to (2000B SBR, 2010BA NM109, 2010BB). */
import { z } from 'zod';
import { Address } from './address.ts';
import { code, text } from './fields.ts';
import { secondaryIds } from './providers.ts';

/** SBR02 / PAT01: what the patient is to the subscriber. */
export const Relationship = z.enum(['18', '01', '19', '20', '21', '39', '40', '53', 'G8']);

/** SBR01: whose turn this payer has. */
export const PayerRank = z.enum(['P', 'S', 'T', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'U']);

/** SBR05: why Medicare is not primary. */
export const InsuranceType = z.enum(['12', '13', '14', '15', '16', '41', '42', '43', '47']);

export const Coverage = z.object({
  /** Left out: primary. */
  rank: PayerRank.optional(),
  payerName: text(60),
  /** The payer's id at the clearinghouse, as text: many start with 0. */
  payerId: text(80),
  /** NM108 of 2010BB; left out: PI. */
  payerIdQualifier: z.literal('XV').optional(),
  payerAddress: Address.optional(),
  /** REF*2U, EI, FY, NF of 2010BB. */
  payerSecondaryIds: secondaryIds(3),
  /** REF*G2, LU of 2010BB: the billing provider's numbers at this payer. */
  billingProviderIds: secondaryIds(2),
  memberId: text(80),
  /** NM108 of 2010BA; left out: MI. */
  memberIdQualifier: z.literal('II').optional(),
  groupNumber: text(50).optional(),
  groupName: text(60).optional(),
  insuranceType: InsuranceType.optional(),
  /** SBR09. */
  claimFilingIndicator: code(2),
});
export type Coverage = z.infer<typeof Coverage>;
