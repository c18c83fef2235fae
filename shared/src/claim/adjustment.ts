/** What an earlier payer took off (CAS), at claim or line. */
import { z } from 'zod';
import { code, quantity, SignedCentsField } from './fields.ts';

/** CAS01. */
export const ADJUSTMENT_GROUPS = ['CO', 'CR', 'OA', 'PI', 'PR'] as const;

export const Adjustment = z.object({
  group: z.enum(ADJUSTMENT_GROUPS),
  /** CARC, opaque. */
  reason: code(1, 5),
  /** Positive lowers what is paid. */
  amount: SignedCentsField,
  quantity: quantity(999_999).optional(),
});
export type Adjustment = z.infer<typeof Adjustment>;

const MOST_SEGMENTS = 5;
const TRIPLES_PER_SEGMENT = 6;

/** Five CAS of six triples; a CAS is of one group. */
export const Adjustments = z
  .array(Adjustment)
  .min(1)
  .max(MOST_SEGMENTS * TRIPLES_PER_SEGMENT)
  .refine((adjustments) => segmentsOf(adjustments) <= MOST_SEGMENTS, {
    message: 'need more than five segments of six adjustments of one group',
  })
  .optional();

function segmentsOf(adjustments: readonly Pick<Adjustment, 'group'>[]): number {
  const counts = new Map<string, number>();
  for (const { group } of adjustments) counts.set(group, (counts.get(group) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum + Math.ceil(count / TRIPLES_PER_SEGMENT), 0);
}
