/** The numbers of a claim (2300 REF). */
import { z } from 'zod';
import { NpiField, text } from './fields.ts';

const number = text(50).optional();

export const claimReferences = {
  /** REF*4N. */
  serviceAuthorizationException: z.enum(['1', '2', '3', '4', '5', '6', '7']).optional(),
  /** REF*F5: Medicare section 4081. */
  isMedicareSection4081: z.boolean().optional(),
  /** REF*EW. */
  mammographyCertificationNumber: number,
  /** REF*9F. */
  referralNumber: number,
  /** REF*G1. */
  priorAuthorizationNumber: number,
  /** REF*F8, the payer's number of the claim that is replaced or voided. */
  payerClaimControlNumber: number,
  /** REF*X4. */
  cliaNumber: number,
  /** REF*9A, REF*9C. */
  repricedClaimNumber: number,
  adjustedRepricedClaimNumber: number,
  /** REF*LX. */
  investigationalDeviceNumber: number,
  /** REF*D9: comes back in the 277CA. */
  clearinghouseTraceNumber: text(20).optional(),
  /** REF*EA. */
  medicalRecordNumber: number,
  /** REF*P4. */
  demonstrationProject: number,
  /** REF*1J. */
  carePlanOversightNpi: NpiField.optional(),
};
