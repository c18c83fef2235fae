/** Numbers of providers and payers other than NPI and payer id (REF): which kinds there are depends on the place. */
import { z } from 'zod';
import { text } from './fields.ts';

/** REF01: 0B licence, 1G UPIN, G2 the payer's own number, LU location, 2U payer id, EI employer id, FY office, NF NAIC. */
type Kind = '0B' | '1G' | 'G2' | 'LU' | '2U' | 'EI' | 'FY' | 'NF';

const secondaryId = <Here extends Kind>(kinds: readonly Here[]) =>
  z.object({ qualifier: z.enum(kinds), value: text(50) });

export const secondaryIds = <Here extends Kind>(kinds: readonly Here[], max: number) =>
  z.array(secondaryId(kinds)).min(1).max(max);

/** At a line each may be a number at another payer: REF04-2 names it. */
export const lineSecondaryIds = <Here extends Kind>(kinds: readonly Here[], max: number) =>
  z
    .array(secondaryId(kinds).extend({ payerId: text(80).optional() }))
    .min(1)
    .max(max);
