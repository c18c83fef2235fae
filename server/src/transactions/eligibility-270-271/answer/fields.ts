/** Parts that a 271 has at several of its levels, as schemas. */
import { z } from 'zod';
import { day, text } from '../../parts/answers/fields.ts';
import { FOLLOW_UPS } from '../parts/codes.ts';
import { some } from '../parts/fields.ts';

/** AAA: why nothing, or not all, could be told. */
export const rejectionsOf = (reasons: readonly string[]) =>
  z
    .array(
      z.object({
        /** AAA01: N where the request itself was wrong. */
        isRequestValid: z.enum(['N', 'Y']),
        /** AAA03. */
        reason: z.enum(reasons),
        /** AAA04: what we may do then. */
        followUp: z.enum(FOLLOW_UPS),
      }),
    )
    .max(9);

/** DTP. */
export const datesOf = (qualifiers: readonly string[], most: number) =>
  some(
    z.object({
      qualifier: z.enum(qualifiers),
      date: day,
      /** Where it ends on another day. */
      dateEnd: day,
    }),
    most,
  );

/** PER. */
export const contacts = some(
  z.object({
    name: text(60),
    phone: text(256),
    extension: text(256),
    fax: text(256),
    email: text(256),
    url: text(256),
    workPhone: text(256),
    dataAccess: text(256),
  }),
  3,
);
