/** Errors of the HTTP API: RFC 9457 problem documents. They never hold patient data. */
import { z } from 'zod';

export const Problem = z.object({
  /** `about:blank` or `urn:claimside:problem:<code>`. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  /** One sentence for a person: what happened and what to do. */
  detail: z.string(),
  /** Stable word for programs. */
  code: z.string(),
  /** The claim that stands in the way, when one does (`visit-already-billed`, `looks-billed-already`). */
  claimId: z.string().optional(),
  /** When that claim was billed (`looks-billed-already`). */
  billedAt: z.string().optional(),
  /** Edits that a claim failed, when that is the trouble. */
  findings: z
    .array(
      z.object({
        id: z.string(),
        severity: z.enum(['error', 'warning', 'repaired']),
        path: z.string(),
        message: z.string(),
        fix: z.string(),
      }),
    )
    .optional(),
});
export type Problem = z.infer<typeof Problem>;
