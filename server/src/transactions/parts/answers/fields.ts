/** Values of answers as schemas; limits are those of the guides. */
import { IsoDateField, quantityField, SignedCentsField, textField } from '@claimside/shared/claim';
import { z } from 'zod';
import { Leftovers } from '../json-envelope.ts';

/** Text that must be there; empty where a file lacks it. */
export const needed = (max: number, min = 1) => textField(max, min);
export const text = (max: number, min = 1) => textField(max, min).optional();
/** A code of a list that is licensed or moves; opaque, with the places of letters and digits alone held. */
export const openCode = (min: number, max = min) =>
  z
    .string()
    .regex(new RegExp(`^[A-Z0-9]{${min},${max}}$`))
    .optional();
export const amount = SignedCentsField.optional();
export const day = IsoDateField.optional();
export const quantity = quantityField(9_999_999).optional();
export const whole = (max: number) => z.int().min(0).max(max).optional();
export const time = z
  .string()
  .regex(/^([01]\d|2[0-3])[0-5]\d$/)
  .optional();

/** Parts of a person's name (NM103 to NM107). */
export const personName = {
  lastName: text(60),
  firstName: text(35),
  middleName: text(25),
  prefix: text(10),
  suffix: text(10),
};

/** What a level says and the model has no place for. */
export const notInModel = Leftovers.optional();
