/** What the practice's code lists say of the codes on a claim: asked and answered without anything of a patient. */
import { z } from 'zod';
import type { CodeFacts, CodesAsked } from '../codes/index.ts';

const MOST_CODES = 300;
/** Nothing but a code fits, with or without its dot. */
const codes = z
  .array(z.string().regex(/^[0-9A-Za-z.]{1,8}$/))
  .max(MOST_CODES)
  .default([]);

export const CodeFactsRequest = z.strictObject({
  diagnoses: codes,
  procedures: codes,
  modifiers: codes,
  /** CARC. */
  adjustmentReasons: codes,
  /** RARC. */
  remarks: codes,
}) satisfies z.ZodType<CodesAsked>;
export type CodeFactsRequest = z.input<typeof CodeFactsRequest>;

export const CodeFactsAnswer = z
  .custom<CodeFacts>((value) => typeof value === 'object' && value !== null)
  .meta({
    type: 'object',
    description:
      'CodeFacts: `lists` that are loaded; `codes` by list and code with the times they hold (empty: not in the list); `pairs` of procedures that are not paid together; `replaced` shipped lists',
  });
