/** What a remittance says before its claims: the payment, its trace number, who pays whom. */
import { IsoDateField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { number, text } from './fields.ts';
import { Payee, Payer } from './parties.ts';

const bank = { bankIdQualifier: z.enum(['01', '04']), bankId: textField(12, 3) };

export const RemittanceHeadSchema = z.object({
  /** BPR01: I remittance with payment elsewhere, C payment goes with it, H notice only, U split. */
  handlingCode: z.enum(['C', 'D', 'H', 'I', 'P', 'U', 'X']),
  /** BPR02. */
  paymentAmount: SignedCentsField,
  /** BPR03 D: the payer takes it. */
  isDebit: z.literal(true).optional(),
  /** BPR04. */
  paymentMethod: z.enum(['ACH', 'BOP', 'CHK', 'FWT', 'NON']),
  /** BPR05. */
  paymentFormat: z.enum(['CCP', 'CTX']).optional(),
  /** BPR06-09: where the money comes from. */
  sendingAccount: z
    .object({ ...bank, accountQualifier: z.literal('DA').optional(), accountNumber: text(35) })
    .optional(),
  /** BPR10, BPR11. */
  originatingCompanyId: textField(10, 10).optional(),
  originatingCompanySupplement: textField(9, 9).optional(),
  /** BPR12-15: where it goes. */
  receivingAccount: z
    .object({ ...bank, accountQualifier: z.enum(['DA', 'SG']).optional(), accountNumber: text(35) })
    .optional(),
  /** BPR16. */
  paymentDate: IsoDateField,
  /** TRN02: check or EFT number. */
  traceNumber: textField(50),
  /** TRN03: 1 + the payer's EIN. */
  payerTraceId: textField(10, 10),
  /** TRN04. */
  payerTraceSupplement: text(50),
  /** CUR02, when not US dollars. */
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  /** CUR03. */
  exchangeRate: number.optional(),
  /** REF*EV: who the file is for. */
  receiverId: text(50),
  /** REF*F2: of the payer's system. */
  systemVersion: text(50),
  /** DTM*405: until when claims are in it. */
  productionDate: IsoDateField.optional(),
  payer: Payer,
  payee: Payee,
});
