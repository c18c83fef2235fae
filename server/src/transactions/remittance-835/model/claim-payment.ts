/** What was paid of one claim (2100). */
import { IsoDateField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { Adjustments, amount, amounts, number, quantities, references, remarkCodes, text } from './fields.ts';
import { Contact } from './parties.ts';
import { ServicePayment } from './service-payment.ts';

const person = {
  lastName: text(60),
  firstName: text(35),
  middleName: text(25),
  suffix: text(10),
};
const id = (qualifiers: readonly [string, ...string[]]) => ({
  /** NM108, where it is not the usual one. */
  idQualifier: z.enum(qualifiers).optional(),
  id: text(80, 2),
});
/** Lists which of two names it has: a person's, or `organizationName`. */
const either = { ...person, organizationName: text(60) };

/** NM108 of payers, PI being the usual one. */
const PAYER_IDS = ['AD', 'FI', 'NI', 'PP', 'XV'] as const;

/** MIA. */
const InpatientInformation = z.object({
  coveredDays: number,
  operatingOutlierAmount: amount,
  lifetimePsychiatricDays: number.optional(),
  drgAmount: amount,
  disproportionateShareAmount: amount,
  medicareSecondaryPassThroughAmount: amount,
  capitalAmount: amount,
  capitalFederalSpecificDrgAmount: amount,
  capitalHospitalSpecificDrgAmount: amount,
  capitalDisproportionateShareDrgAmount: amount,
  oldCapitalAmount: amount,
  capitalIndirectMedicalEducationAmount: amount,
  operatingHospitalSpecificDrgAmount: amount,
  costReportDays: number.optional(),
  operatingFederalSpecificDrgAmount: amount,
  capitalOutlierAmount: amount,
  indirectTeachingAmount: amount,
  nonpayableProfessionalAmount: amount,
  capitalExceptionAmount: amount,
  remarkCodes: remarkCodes.optional(),
});

/** MOA. */
const OutpatientInformation = z.object({
  /** MOA01, as sent: `.8` or `80`. */
  reimbursementRate: number.optional(),
  hcpcsPayableAmount: amount,
  remarkCodes: remarkCodes.optional(),
  esrdPaymentAmount: amount,
  nonpayableProfessionalAmount: amount,
});

export const ClaimPaymentSchema = z.object({
  /** CLP01: our CLM01. */
  patientControlNumber: textField(38),
  /** CLP02: 1, 2, 3 processed as primary, secondary, tertiary; 4 denied; 22 reversal; 25 estimate. */
  statusCode: z.enum(['1', '2', '3', '4', '19', '20', '21', '22', '23', '25']),
  chargeAmount: SignedCentsField,
  /** Negative in a reversal. */
  paidAmount: SignedCentsField,
  /** CLP05. */
  patientResponsibility: amount,
  /** CLP06. */
  claimFilingIndicator: textField(2),
  /** CLP07: for REF*F8 later. */
  payerClaimControlNumber: textField(50),
  /** CLP08, CLP09. */
  facilityType: text(2),
  frequency: text(1),
  /** CLP11-13. */
  diagnosisRelatedGroup: text(4),
  drgWeight: number.optional(),
  dischargeFraction: number.optional(),
  adjustments: Adjustments,
  /** NM1*QC. */
  patient: z.object({
    lastName: textField(60),
    firstName: textField(35),
    middleName: text(25),
    suffix: text(10),
    /** NM108, where it is not MI. */
    memberIdQualifier: z.enum(['34', 'HN', 'II', 'MR']).optional(),
    memberId: text(80, 2),
  }),
  /** NM1*IL, when not the patient. */
  insured: z.object({ ...either, ...id(['FI', 'II']) }).optional(),
  /** NM1*74: names and id as the payer has them. */
  correctedInsured: z.object({ ...either, id: text(80, 2) }).optional(),
  /** NM1*82, when not the payee. */
  renderingProvider: z.object({ ...either, ...id(['BD', 'BS', 'FI', 'MC', 'PC', 'SL', 'UP']) }).optional(),
  /** NM1*TT: who the payer sent the claim on to. */
  crossoverCarrier: z.object({ name: text(60), ...id(PAYER_IDS) }).optional(),
  /** NM1*PR: who should have paid first. */
  correctedPayer: z.object({ name: text(60), ...id(PAYER_IDS) }).optional(),
  /** NM1*GB. */
  otherSubscriber: z.object({ ...either, ...id(['FI', 'II']) }).optional(),
  inpatient: InpatientInformation.optional(),
  outpatient: OutpatientInformation.optional(),
  /** REF: 1L group, EA medical record, F8 original number, G1 authorization, CE contract class, and so on. */
  identifiers: references(
    ['1L', '1W', '28', '6P', '9A', '9C', 'BB', 'CE', 'EA', 'F8', 'G1', 'G3', 'IG', 'SY'],
    5,
  ),
  /** REF: other numbers of the rendering provider. */
  renderingProviderIds: references(['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'LU'], 10),
  /** DTM*232, DTM*233. */
  statementFrom: IsoDateField.optional(),
  statementTo: IsoDateField.optional(),
  /** DTM*036. */
  coverageExpiration: IsoDateField.optional(),
  /** DTM*050. */
  receivedDate: IsoDateField.optional(),
  /** PER*CX. */
  contacts: z.array(Contact).min(1).max(2).optional(),
  /** AMT: AU covered, F5 paid by the patient, I interest, D8 prompt payment discount, and so on. */
  supplementalAmounts: amounts(
    ['AU', 'D8', 'DY', 'F5', 'I', 'NL', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
    13,
  ),
  supplementalQuantities: quantities(
    ['CA', 'CD', 'LA', 'LE', 'NE', 'NR', 'OU', 'PS', 'VS', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'],
    14,
  ),
  lines: z.array(ServicePayment).max(999),
});
