/** 835 (005010X221A1): what was paid and why not more. All money in cents, signs as sent. */
import type { z } from 'zod';
import type { AsRead } from '../../parts/as-read.ts';
import type { ClaimGroupSchema } from './claim-group.ts';
import type { ClaimPaymentSchema } from './claim-payment.ts';
import type { RemittanceHeadSchema } from './head.ts';
import type { ProviderAdjustmentSchema } from './provider-adjustment.ts';

export { ClaimGroupSchema } from './claim-group.ts';
export { ClaimPaymentSchema } from './claim-payment.ts';
export type { Filling } from './fields.ts';
export { RemittanceHeadSchema } from './head.ts';
export { ProviderAdjustmentSchema } from './provider-adjustment.ts';

/**
 * What a file lacks of the following is empty (texts, dates, lists) or 0 (amounts, with an error finding); what the guide
 * lets out may be absent. Codes are as sent.
 */
export type RemittanceHead = AsRead<z.infer<typeof RemittanceHeadSchema>>;
export type ClaimGroup = AsRead<z.infer<typeof ClaimGroupSchema>>;
export type ClaimPayment = AsRead<z.infer<typeof ClaimPaymentSchema>>;
export type ServicePayment = ClaimPayment['lines'][number];
export type ClaimAdjustment = ClaimPayment['adjustments'][number];
export type ProviderAdjustment = AsRead<z.infer<typeof ProviderAdjustmentSchema>>;

/** One ST ... SE. */
export interface Remittance extends RemittanceHead {
  /** Of all groups (LX), in the order of the file. */
  readonly claims: readonly ClaimPayment[];
  readonly providerAdjustments: readonly ProviderAdjustment[];
}
