/** What was paid of one service line (2110). */
import { codeField, IsoDateField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { Adjustments, amounts, number, quantities, references, text } from './fields.ts';

/** SVC01-1 and SVC06-1 other than HC. */
const PROCEDURE_KINDS = ['AD', 'ER', 'HP', 'IV', 'N4', 'N6', 'NU', 'UI', 'WK'] as const;
const modifiers = z.array(codeField(2)).max(4);

export const ServicePayment = z.object({
  /** SVC01 as adjudicated. */
  procedureQualifier: z.enum(PROCEDURE_KINDS).optional(),
  procedureCode: textField(48),
  modifiers,
  procedureDescription: text(80),
  chargeAmount: SignedCentsField,
  paidAmount: SignedCentsField,
  /** SVC04, NUBC. */
  revenueCode: text(48),
  /** SVC05, units paid; absent means 1. */
  units: number.optional(),
  /** SVC06, when it differs from what was adjudicated: bundled, split, recoded. */
  submittedProcedureQualifier: z.enum(PROCEDURE_KINDS).optional(),
  submittedProcedureCode: text(48),
  submittedModifiers: modifiers.min(1).optional(),
  submittedProcedureDescription: text(80),
  /** SVC07, when it differs from the units paid. */
  submittedUnits: number.optional(),
  /** DTM*472; or DTM*150 and DTM*151. Without any, the claim's dates hold. */
  serviceDate: IsoDateField.optional(),
  serviceStart: IsoDateField.optional(),
  serviceEnd: IsoDateField.optional(),
  adjustments: Adjustments,
  /** REF: LU location, G1 authorization, E9 attachment, BB, APC, and so on. */
  identifiers: references(['1S', 'APC', 'BB', 'E9', 'G1', 'G3', 'LU', 'RB'], 8),
  /** REF*6R. */
  lineControlNumber: text(50),
  renderingProviderIds: references(
    ['0B', '1A', '1B', '1C', '1D', '1G', '1H', '1J', 'D3', 'G2', 'HPI', 'SY', 'TJ'],
    10,
  ),
  /** REF*0K: the payer's rules that were applied. */
  policies: z.array(textField(50)).min(1).max(5).optional(),
  /** AMT*B6. */
  allowedAmount: SignedCentsField.optional(),
  /** AMT: KH late filing reduction, T tax, T2 total tax. */
  supplementalAmounts: amounts(['KH', 'T', 'T2', 'ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 8),
  supplementalQuantities: quantities(['ZK', 'ZL', 'ZM', 'ZN', 'ZO'], 6),
  /** LQ*HE. */
  remarkCodes: z.array(textField(30)).max(99),
  /** LQ*RX: NCPDP reject codes. */
  pharmacyRejectCodes: z.array(textField(30)).min(1).max(99).optional(),
});
