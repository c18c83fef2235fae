/** What only some claims or lines carry: attachments, notes, contracts, transport, spinal treatment, conditions, repricing. */
import { z } from 'zod';
import { CentsField, code, quantity, text } from './fields.ts';

/** PWK. */
export const Attachment = z.object({
  /** PWK01. */
  reportType: code(2),
  /** PWK02: AA at the provider's, BM mail, EL electronic, EM e-mail, FT file transfer, FX fax. */
  transmission: z.enum(['AA', 'BM', 'EL', 'EM', 'FT', 'FX']),
  /** PWK06: what finds the paper again; not for AA. */
  controlNumber: text(80, 2).optional(),
});
export type Attachment = z.infer<typeof Attachment>;

/** CN1. */
export const Contract = z.object({
  type: z.enum(['02', '03', '04', '05', '06', '09']),
  amount: CentsField.optional(),
  percentage: quantity(999.999).optional(),
  code: text(50).optional(),
  termsDiscountPercentage: quantity(999.999).optional(),
  version: text(30).optional(),
});
export type Contract = z.infer<typeof Contract>;

/** HCP of the claim: what a repricer made of the charge. */
export const Repricing = z.object({
  methodology: code(2),
  allowedAmount: CentsField,
  savingAmount: CentsField.optional(),
  repricingOrganizationId: text(50).optional(),
  perDiemOrFlatRate: quantity(999_999.999).optional(),
  ambulatoryPatientGroup: text(50).optional(),
  ambulatoryPatientGroupAmount: CentsField.optional(),
  rejectReason: code(2).optional(),
  policyCompliance: code(1, 2).optional(),
  exceptionCode: code(1, 2).optional(),
});
export type Repricing = z.infer<typeof Repricing>;

/** HCP of a line, which may have approved another service or quantity. */
export const LineRepricing = Repricing.extend({
  /** HCP09 and HCP10, HCP11 and HCP12: both or none. */
  approvedProcedureQualifier: z.enum(['ER', 'HC', 'IV', 'WK']).optional(),
  approvedProcedureCode: text(48).optional(),
  approvedUnit: z.enum(['MJ', 'UN']).optional(),
  approvedUnits: quantity(999_999).optional(),
})
  .refine(
    (line) => (line.approvedProcedureQualifier === undefined) === (line.approvedProcedureCode === undefined),
    { path: ['approvedProcedureCode'], message: 'needs its kind beside it, and the kind needs a code' },
  )
  .refine((line) => (line.approvedUnit === undefined) === (line.approvedUnits === undefined), {
    path: ['approvedUnits'],
    message: 'need their unit of measure beside them, and the unit needs a number',
  });

/** CR1. */
export const AmbulanceTransport = z.object({
  patientWeightPounds: quantity(9_999).optional(),
  /** CR104. */
  reason: z.enum(['A', 'B', 'C', 'D', 'E']),
  /** CR106. */
  miles: quantity(99_999),
  roundTripPurpose: text(80).optional(),
  stretcherPurpose: text(80).optional(),
});
export type AmbulanceTransport = z.infer<typeof AmbulanceTransport>;

/** CR2. */
export const SpinalManipulation = z.object({
  /** CR208. */
  natureOfCondition: z.enum(['A', 'C', 'D', 'E', 'F', 'G', 'M']),
  description1: text(80).optional(),
  description2: text(80).optional(),
});
export type SpinalManipulation = z.infer<typeof SpinalManipulation>;

/** CRC: conditions that do or do not hold. */
export const Conditions = z.object({
  applies: z.boolean(),
  codes: z.array(code(2, 3)).min(1).max(5),
});
export type Conditions = z.infer<typeof Conditions>;

/** CRC*E1 spectacle lenses, E2 contact lenses, E3 frames. */
export const VisionConditions = Conditions.extend({ category: z.enum(['E1', 'E2', 'E3']) });
export type VisionConditions = z.infer<typeof VisionConditions>;
