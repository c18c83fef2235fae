/** The patient and the subscriber (2010BA, 2010CA). */
import { z } from 'zod';
import { Address } from './address.ts';
import { IsoDateField, text } from './fields.ts';

export const PersonName = z.object({
  lastName: text(60),
  firstName: text(35),
  middleName: text(25).optional(),
  suffix: text(10).optional(),
});
export type PersonName = z.infer<typeof PersonName>;

export const Patient = PersonName.extend({
  birthDate: IsoDateField,
  /** DMG03. */
  sex: z.enum(['F', 'M', 'U']),
  address: Address,
  phone: z
    .string()
    .regex(/^\d{10}$/)
    .optional(),
});
export type Patient = z.infer<typeof Patient>;
