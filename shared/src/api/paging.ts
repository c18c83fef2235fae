/** How lists are asked for page by page. */
import { z } from 'zod';

/** As the page before gave it: dates, instants, ids, and what is no patient's. */
export const Cursor = z
  .string()
  .max(800)
  .regex(/^[0-9A-Za-z:.~_-]+$/);
export const PageSize = z.number().int().min(1).max(200).default(50);
