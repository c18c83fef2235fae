/** What a person did about a claim without sending another one: money let go or taken, a letter, off the lists. */
import { z } from 'zod';
import { IsoDateField, SignedCentsField, textField } from '../claim/index.ts';
import {
  APPEAL_OUTCOMES,
  NO_FURTHER_REASONS,
  PATIENT_PAYMENT_METHODS,
  REFUND_WAYS,
  UNDERPAYMENT_REASONS,
  WRITE_OFF_REASONS,
} from '../lifecycle/index.ts';

const NotZero = SignedCentsField.refine((amount) => amount !== 0, { message: 'is zero' });

export const ClaimAct = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('written-off'),
    /** What was open at the payer, or what the patient owes. */
    of: z.enum(['payer', 'patient']),
    /** Negative takes a write-off back. */
    amount: NotZero,
    reason: z.enum(WRITE_OFF_REASONS),
    note: textField(200).optional(),
  }),
  /** Of what the patient owes now. */
  z.strictObject({ type: z.literal('patient-billed') }),
  z
    .strictObject({
      type: z.literal('patient-paid'),
      /** Negative is paid back. */
      amount: NotZero,
      paidOn: IsoDateField,
      /** Not known of what was taken at the visit, and is taken back. */
      method: z.enum(PATIENT_PAYMENT_METHODS).optional(),
    })
    .refine(({ amount, method }) => amount < 0 || method !== undefined, {
      path: ['method'],
      message: 'Say how it was paid.',
    }),
  /** A person looked at what was paid too much: all of it is this claim's. `note`: what the payer says of it. */
  z.strictObject({ type: z.literal('overpaid'), note: textField(200).optional() }),
  z.strictObject({
    type: z.literal('refunded'),
    how: z.enum(REFUND_WAYS),
    /** Negative takes it back. */
    amount: NotZero,
    paidOn: IsoDateField,
    /** Of the check or letter with which it went, or of the payment out of which the payer took it. */
    reference: textField(80),
    /** The payment that it gives back, where it is all of that one (`overpayment.payments` of the claim). */
    of: z
      .strictObject({
        paymentKey: z.string().max(300),
        contentHash: z.string().max(100),
        checkNumber: z.string().max(60),
      })
      .optional(),
  }),
  /** The replacement or void leads nowhere: it stays as the payer had decided. `told`: who said so, and when. */
  z.strictObject({ type: z.literal('correction-given-up'), told: textField(200) }),
  /** What the payer allowed less than its contract says is let stand: `underpaidBy`, as it was seen. */
  z.strictObject({
    type: z.literal('underpayment-accepted'),
    amount: SignedCentsField.refine((amount) => amount > 0, { message: 'is not above zero' }),
    reason: z.enum(UNDERPAYMENT_REASONS),
    note: textField(200).optional(),
  }),
  /** Takes back what was written down, by its event: a correction that was given up, an underpayment that was accepted. */
  z.strictObject({ type: z.literal('act-taken-back'), eventId: z.string().max(100) }),
  /** What a payer left to the patient waits for another insurance, and none pays it: it is the patient's. */
  z.strictObject({
    type: z.literal('no-further-insurance'),
    reason: z.enum(NO_FURTHER_REASONS),
    note: textField(200).optional(),
  }),
  /** Takes that back: another insurance is asked for it, or may still decide. */
  z.strictObject({ type: z.literal('further-insurance') }),
  z.strictObject({
    type: z.literal('appealed'),
    sentOn: IsoDateField,
    /** Of a payer that was billed before the claim's own: `turn` of `payersBefore`. */
    turn: z.int().min(1).max(11).optional(),
  }),
  /** What the payer says to the appeal that it owes an answer to. */
  z.strictObject({
    type: z.literal('appeal-answered'),
    outcome: z.enum(APPEAL_OUTCOMES),
    answeredOn: IsoDateField,
    note: textField(200).optional(),
  }),
  z.strictObject({ type: z.literal('closed'), reason: textField(200) }),
  z.strictObject({ type: z.literal('reopened') }),
]);
export type ClaimAct = z.infer<typeof ClaimAct>;
