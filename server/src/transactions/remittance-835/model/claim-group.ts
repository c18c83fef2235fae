/** LX with its summaries (2000): how claims stand together, mostly by facility and fiscal period. */
import { IsoDateField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { amount, number } from './fields.ts';

const count = z.int().min(0).max(999_999).optional();

/** TS3. */
const Summary = z.object({
  providerId: textField(50),
  facilityType: textField(2),
  fiscalPeriodEnd: IsoDateField,
  claimCount: z.int().min(0).max(999_999),
  totalCharge: SignedCentsField,
  medicareSecondaryPayerAmount: amount,
  nonLaboratoryCharge: amount,
  hcpcsReportableCharge: amount,
  hcpcsPayableAmount: amount,
  professionalComponentAmount: amount,
  medicareSecondaryPatientLiability: amount,
  patientReimbursement: amount,
  periodicInterimPaymentClaimCount: count,
  periodicInterimPaymentAdjustment: amount,
});

/** TS2. */
const SupplementalSummary = z.object({
  drgAmount: amount,
  federalSpecificAmount: amount,
  hospitalSpecificAmount: amount,
  disproportionateShareAmount: amount,
  capitalAmount: amount,
  indirectMedicalEducationAmount: amount,
  outlierDayCount: number.optional(),
  dayOutlierAmount: amount,
  costOutlierAmount: amount,
  averageLengthOfStay: number.optional(),
  dischargeCount: number.optional(),
  costReportDayCount: number.optional(),
  coveredDayCount: number.optional(),
  noncoveredDayCount: number.optional(),
  medicareSecondaryPassThroughAmount: amount,
  averageDrgWeight: number.optional(),
  capitalFederalSpecificAmount: amount,
  capitalHospitalSpecificAmount: amount,
  medicareSecondaryDrgAmount: amount,
});

export const ClaimGroupSchema = z.object({
  /** LX01, as the payer counts. */
  number: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
  summary: Summary.optional(),
  supplementalSummary: SupplementalSummary.optional(),
});
