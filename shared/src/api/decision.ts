/** What a person decided of something that waited: a payment that posted nothing, or a file that nobody understood. */
import { z } from 'zod';

export const Decision = z.object({
  kind: z.enum(['set-aside', 'posted', 'reopened']),
  at: z.string(),
  /** In the person's words; of `reopened`: those with which it had been set aside. */
  reason: z.string(),
  /** Name of the device that it was decided at. */
  by: z.string(),
});
export type Decision = z.infer<typeof Decision>;
