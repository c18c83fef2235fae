/** Schemas of the single values that a claim is made of. Limits are those of 005010X222A1. */
import { z } from 'zod';
import { type Cents, type IsoDate, isIsoDate, isNpi } from '../values/index.ts';

export const IsoDateField = z
  .custom<IsoDate>((value) => typeof value === 'string' && isIsoDate(value), {
    message: 'must be a date written YYYY-MM-DD',
  })
  .meta({ type: 'string', format: 'date' });

/** $99,999,999.99: HIPAA's guides limit every amount to ten digits. */
const MOST_CENTS = 9_999_999_999;

/** Whole cents, zero or more. */
export const CentsField = z
  .custom<Cents>((value) => isCents(value) && value >= 0, {
    message: 'must be whole cents, zero or more, and less than $100 million',
  })
  .meta({ type: 'integer', minimum: 0, maximum: MOST_CENTS, description: 'whole cents' });

/** Whole cents of either sign: adjustments may raise what is paid. */
export const SignedCentsField = z
  .custom<Cents>(isCents, { message: 'must be whole cents, and less than $100 million' })
  .meta({
    type: 'integer',
    minimum: -MOST_CENTS,
    maximum: MOST_CENTS,
    description: 'whole cents, negative allowed',
  });

function isCents(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && Math.abs(value) <= MOST_CENTS;
}

export const NpiField = z
  .string()
  .refine(isNpi, { message: 'must be a 10-digit NPI with a valid check digit' })
  .meta({ format: 'npi', minLength: 10, maxLength: 10 });

/** Text with something in it, `min` to `max` characters. */
export const text = (max: number, min = 1) => z.string().trim().min(min).max(max);

/** One of the codes that the guide lists. */
export const codeOf = (codes: Readonly<Record<string, string>>) => z.literal(Object.keys(codes));

/** A code of `length` upper-case letters and digits whose list is not closed here: it is licensed, or it moves too fast. */
export const code = (min: number, max = min) => z.string().regex(new RegExp(`^[A-Z0-9]{${min},${max}}$`));

/** A number of at most three decimals, zero to `max`. */
export const quantity = (max: number) => z.number().min(0).max(max).multipleOf(0.001);

/** Only ever true: left out when it does not hold. */
export const flag = z.literal(true);

/** What another form of the same part has and this one has not; so that both can be asked for it. */
export const absent = z
  .custom<undefined>((value) => value === undefined)
  .optional()
  .meta({ type: 'string', maxLength: 0 });
