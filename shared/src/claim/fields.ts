/** Schemas of the single values that a claim is made of. Limits are those of 005010X222A1. */
import { z } from 'zod';
import { type Cents, type IsoDate, isIsoDate, isNpi } from '../values/index.ts';

export const IsoDateField = z
  .custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), {
    message: 'must be a date written YYYY-MM-DD',
  })
  .meta({ type: 'string', format: 'date' });

/** Whole cents, zero or more. */
export const CentsField = z
  .custom<Cents>((value) => typeof value === 'number' && Number.isSafeInteger(value) && value >= 0, {
    message: 'must be whole cents, zero or more',
  })
  .meta({ type: 'integer', minimum: 0, description: 'whole cents' });

/** Whole cents of either sign: adjustments may raise what is paid. */
export const SignedCentsField = z
  .custom<Cents>((value) => typeof value === 'number' && Number.isSafeInteger(value), {
    message: 'must be whole cents',
  })
  .meta({ type: 'integer', description: 'whole cents, negative allowed' });

export const NpiField = z
  .string()
  .refine(isNpi, { message: 'must be a 10-digit NPI with a valid check digit' });

/** Text with something in it, at most `max` characters. */
export const text = (max: number) => z.string().trim().min(1).max(max);

/** A code of `length` upper-case letters and digits whose list is not closed here: it is licensed, or it moves too fast. */
export const code = (min: number, max = min) => z.string().regex(new RegExp(`^[A-Z0-9]{${min},${max}}$`));

/** A number of at most `decimals` decimals, zero or more. */
export const quantity = (max: number) => z.number().min(0).max(max);

/** Only ever true: left out when it does not hold. */
export const flag = z.literal(true);
