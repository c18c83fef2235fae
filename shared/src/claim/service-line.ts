/** One billed service (2400). */
import { z } from 'zod';
import { CentsField, IsoDateField, text } from './fields.ts';

export const ServiceLine = z.object({
  /** CPT or HCPCS, opaque: five characters. */
  procedureCode: z.string().regex(/^[A-Z0-9]{5}$/),
  modifiers: z.array(z.string().regex(/^[A-Z0-9]{2}$/)).max(4),
  /** The line's whole charge, not the price of one unit. */
  chargeAmount: CentsField,
  units: z.number().positive().max(99_999),
  /** 1-based positions in the claim's diagnoses; the first is primary for the line. */
  diagnosisPointers: z.array(z.number().int().min(1).max(12)).min(1).max(4),
  serviceDate: IsoDateField,
  /** Last day of a range; absent for a single day. */
  serviceDateEnd: IsoDateField.optional(),
  /** Only when it differs from the claim's. */
  placeOfService: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
  description: text(80).optional(),
});
export type ServiceLine = z.infer<typeof ServiceLine>;
