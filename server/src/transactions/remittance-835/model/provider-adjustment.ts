/** Money between payer and provider that belongs to no claim of the remittance: one pair of a PLB. */
import { codeField, IsoDateField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { text } from './fields.ts';

export const ProviderAdjustmentSchema = z.object({
  /** PLB01. */
  providerId: textField(50),
  /** PLB02: the end of the fiscal year. */
  fiscalDate: IsoDateField,
  /** PLB03-1. */
  reason: codeField(2),
  /** PLB03-2. */
  reference: text(50),
  /** Positive lowers the payment. */
  amount: SignedCentsField,
});
