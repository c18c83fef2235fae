/** What a person did about a claim without sending another one: money let go or taken, a letter, off the lists. */
import { z } from 'zod';
import { IsoDateField, SignedCentsField, textField } from '../claim/index.ts';
import { APPEAL_OUTCOMES, PATIENT_PAYMENT_METHODS, WRITE_OFF_REASONS } from '../lifecycle/index.ts';

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
  z.strictObject({
    type: z.literal('patient-paid'),
    /** Negative is paid back. */
    amount: NotZero,
    paidOn: IsoDateField,
    method: z.enum(PATIENT_PAYMENT_METHODS),
  }),
  z.strictObject({ type: z.literal('appealed'), sentOn: IsoDateField }),
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
