/** Where the practice is, by the clock of the computer that asks: days and months are counted there. */
import { z } from 'zod';
import { isTimeZone } from '../values/index.ts';

export const TimeZone = z
  .string()
  .max(60)
  .refine(isTimeZone, { message: 'This is no time zone.' })
  .default('UTC')
  .meta({ description: 'By which days and months are counted: `America/Chicago`.' });
