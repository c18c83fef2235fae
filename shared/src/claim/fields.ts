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

export const NpiField = z
  .string()
  .refine(isNpi, { message: 'must be a 10-digit NPI with a valid check digit' });

/** Text with something in it, at most `max` characters. */
export const text = (max: number) => z.string().trim().min(1).max(max);
