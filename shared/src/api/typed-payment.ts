/** A payment that a person types in from paper (an EOB, a check): balanced and posted as one that came as a file. */
import { z } from 'zod';
import { IsoDateField, SignedCentsField, textField } from '../claim/index.ts';

const TypedAdjustment = z.strictObject({
  group: z.enum(['CO', 'OA', 'PI', 'PR']),
  /** CARC, opaque. */
  reason: z.string().regex(/^[A-Z0-9]{1,5}$/),
  /** Positive lowers what is paid. */
  amount: SignedCentsField,
});

const TypedClaim = z.strictObject({
  /** Ours. */
  claimId: z.string().max(40),
  /** CLP02, of those that a person would type. */
  statusCode: z.enum(['1', '2', '3', '4', '22']),
  /** The payer's number of the claim (ICN): a replacement needs it later. */
  payerClaimControlNumber: textField(50),
  paid: SignedCentsField,
  adjustments: z.array(TypedAdjustment).max(99),
  /** Each line of the claim in its order, or none where the paper tells of the claim alone. */
  lines: z
    .array(z.strictObject({ paid: SignedCentsField, adjustments: z.array(TypedAdjustment).max(99) }))
    .max(50),
});

export const TypedPayment = z.strictObject({
  payerName: textField(60),
  /** Check or EFT number. */
  checkNumber: z.string().regex(/^[A-Za-z0-9-]{1,30}$/),
  paymentDate: IsoDateField,
  method: z.enum(['CHK', 'ACH', 'NON']),
  total: SignedCentsField,
  claims: z.array(TypedClaim).max(50),
  /** Money that belongs to no claim (PLB); positive lowers the payment. */
  providerAdjustments: z
    .array(
      z.strictObject({
        reason: z.string().regex(/^[A-Z0-9]{2}$/),
        reference: textField(50).optional(),
        amount: SignedCentsField,
      }),
    )
    .max(20),
  /** It came before, and is kept all the same: nothing of it is posted until a person has compared both. */
  isToCompare: z.boolean().optional(),
});
export type TypedPayment = z.infer<typeof TypedPayment>;
