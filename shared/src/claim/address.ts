/** A US postal address (N3, N4). */
import { z } from 'zod';
import { text } from './fields.ts';

export const Address = z.object({
  line1: text(55),
  line2: text(55).optional(),
  city: text(30),
  /** Two-letter state code. */
  state: z.string().regex(/^[A-Z]{2}$/),
  /** 5 or 9 digits without a hyphen. */
  postalCode: z.string().regex(/^(\d{5}|\d{9})$/),
});
export type Address = z.infer<typeof Address>;
