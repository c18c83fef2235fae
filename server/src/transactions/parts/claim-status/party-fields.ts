/** The people and organizations of a 276 or 277 as schemas, level by level. */
import { z } from 'zod';
import { personName, text } from '../answers/fields.ts';

/** NM1*PR. */
export const payer = z
  .object({
    name: text(60),
    /** NM108, where it is not PI. */
    idQualifier: z.literal('XV').optional(),
    id: text(80, 2),
  })
  .optional();

/** NM1*41: who asks. */
export const receiver = z.object({ ...personName, organizationName: text(60), id: text(80, 2) }).optional();

/** NM1*1P. */
export const provider = z
  .object({
    ...personName,
    organizationName: text(60),
    /** NM108, where it is not XX. */
    idQualifier: z.enum(['FI', 'SV']).optional(),
    /** Its NPI, as a rule. */
    id: text(80, 2),
  })
  .optional();

/** NM1*IL. */
export const subscriber = z
  .object({
    ...personName,
    /** NM108, where it is not MI. */
    memberIdQualifier: z.enum(['24', 'II']).optional(),
    memberId: text(80, 2),
    organizationName: text(60),
  })
  .optional();

/** NM1*QC: a patient who is not the subscriber. */
export const dependent = z.object(personName).optional();
