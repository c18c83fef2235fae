/** What an earlier payer made of a line (2430). */
import { z } from 'zod';
import { Adjustments } from './adjustment.ts';
import { CentsField, IsoDateField, quantity, SignedCentsField, text } from './fields.ts';

export const LineAdjudication = z.object({
  /** SVD01, the id of one of the claim's other payers. */
  payerId: text(80, 2),
  /** SVD02. */
  paidAmount: SignedCentsField,
  /** SVD03: as adjudicated. */
  procedureCodeQualifier: z.enum(['ER', 'IV', 'WK']).optional(),
  procedureCode: text(48),
  modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).max(4),
  description: text(80).optional(),
  /** SVD05. */
  paidUnits: quantity(999_999_999),
  /** SVD06: LX01 of the line it was bundled into. */
  bundledLineNumber: z.number().int().min(1).max(999_999).optional(),
  adjustments: Adjustments,
  adjudicationDate: IsoDateField,
  /** AMT*EAF. */
  remainingPatientLiability: CentsField.optional(),
});
export type LineAdjudication = z.infer<typeof LineAdjudication>;
