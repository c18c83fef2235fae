/** What an earlier payer took off (CAS), at claim or line. */
import { z } from 'zod';
import { code, quantity, SignedCentsField } from './fields.ts';

const ADJUSTMENT_GROUPS = ['CO', 'CR', 'OA', 'PI', 'PR'] as const;

export const Adjustment = z.object({
  group: z.enum(ADJUSTMENT_GROUPS),
  /** CARC, opaque. */
  reason: code(1, 5),
  /** Positive lowers what is paid. */
  amount: SignedCentsField,
  quantity: quantity(999_999).optional(),
});
export type Adjustment = z.infer<typeof Adjustment>;

/** Five CAS of six triples. */
export const Adjustments = z.array(Adjustment).min(1).max(30).optional();
