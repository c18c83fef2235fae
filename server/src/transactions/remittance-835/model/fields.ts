/** Parts that come again and again in a remittance. Limits are those of 005010X221A1. */
import { codeField, quantityField, SignedCentsField, textField } from '@claimside/shared/claim';
import type { Cents, IsoDate } from '@claimside/shared/values';
import { z } from 'zod';

/** A code of a list that is licensed or moves; opaque. */
export const openCode = (min: number, max = min) => codeField(min, max).optional();
export const text = (max: number, min = 1) => textField(max, min).optional();
export const amount = SignedCentsField.optional();
/** A number of at most three decimals, of either sign. */
export const number = z.number().min(-9_999_999).max(9_999_999).multipleOf(0.001);
export const quantity = quantityField(9_999_999).optional();

/** Numbers under their qualifiers (REF), in the order of the file. */
export const references = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], max: number) =>
  z
    .array(z.object({ qualifier: z.enum(kinds), value: textField(50) }))
    .min(1)
    .max(max)
    .optional();

/** Amounts under their qualifiers (AMT): information only, no part of any balance. */
export const amounts = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], max: number) =>
  z
    .array(z.object({ qualifier: z.enum(kinds), amount: SignedCentsField }))
    .min(1)
    .max(max)
    .optional();

/** Quantities under their qualifiers (QTY). */
export const quantities = <Kind extends string>(kinds: readonly [Kind, ...Kind[]], max: number) =>
  z
    .array(z.object({ qualifier: z.enum(kinds), quantity: number }))
    .min(1)
    .max(max)
    .optional();

export const remarkCodes = z.array(codeField(2, 5)).min(1).max(5);

/** One CAS triple; a positive amount lowers what is paid, a negative one raises it. */
const Adjustment = z.object({
  /** CO contract or rule, PR patient, OA other, PI payer's own reduction. */
  group: z.enum(['CO', 'OA', 'PI', 'PR']),
  /** CARC, opaque. */
  reason: codeField(1, 5),
  amount: SignedCentsField,
  quantity: number.optional(),
});

export const Adjustments = z.array(Adjustment).max(99);

/** `AsRead` while a reader fills it. */
export type Filling<T> = T extends Cents | IsoDate | number | boolean
  ? T
  : T extends string
    ? string
    : T extends readonly (infer Item)[]
      ? Filling<Item>[]
      : { -readonly [Key in keyof T]: Filling<Exclude<T[Key], undefined>> };
