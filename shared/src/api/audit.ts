/** The log of who saw and changed what. */
import { z } from 'zod';

export const AuditEntry = z.object({
  /** From 1, without a gap. */
  sequence: z.number().int(),
  at: z.string(),
  /** Null when a person at the server's own console did it. */
  deviceId: z.string().nullable(),
  /** As the browser is called; null as above. */
  deviceName: z.string().nullable(),
  action: z.string(),
  /** The id of what it was done to. */
  subject: z.string(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** The newest first; `next` is `before` of the next page. */
export const AuditPage = z.object({ entries: z.array(AuditEntry), next: z.number().int().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditCheck = z.object({
  entries: z.number().int(),
  /** Of the last entry: noted elsewhere, it shows later that nothing before was changed or taken off the end. */
  hash: z.string(),
  /** The first entry that is not as it was written, or before which one is missing; null when all is whole. */
  brokenAt: z.number().int().nullable(),
});
export type AuditCheck = z.infer<typeof AuditCheck>;
