/** Reads the log of who did what. */

import type { AuditAction } from '@claimside/shared/api';
import { addDays, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { and, asc, desc, eq, gt, gte, lt } from 'drizzle-orm';
import type { AuditEntry } from './audit.ts';
import { auditEntries } from './schema.ts';
import type { Scope } from './store.ts';

export interface AuditFilter {
  /** Days in UTC, the last one included. */
  readonly from?: IsoDate | undefined;
  readonly to?: IsoDate | undefined;
  readonly action?: AuditAction | undefined;
  readonly deviceId?: string | undefined;
  readonly subject?: string | undefined;
  /** Only entries before this one. */
  readonly before?: number | undefined;
}

/** The newest first. */
export async function searchAudit(
  { db, practiceId }: Scope,
  { from, to, action, deviceId, subject, before }: AuditFilter,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await db
    .select()
    .from(auditEntries)
    .where(
      and(
        eq(auditEntries.practiceId, practiceId),
        before === undefined ? undefined : lt(auditEntries.sequence, before),
        from === undefined ? undefined : gte(auditEntries.at, from),
        to === undefined ? undefined : lt(auditEntries.at, addDays(to, 1)),
        action === undefined ? undefined : eq(auditEntries.action, action),
        deviceId === undefined ? undefined : eq(auditEntries.deviceId, deviceId),
        subject === undefined ? undefined : eq(auditEntries.subject, subject),
      ),
    )
    .orderBy(desc(auditEntries.sequence))
    .limit(limit);
  return rows.map(toEntry);
}

/** Entries behind `after`, in their order. */
export async function listAudit(
  { db, practiceId }: Scope,
  after: number,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await db
    .select()
    .from(auditEntries)
    .where(and(eq(auditEntries.practiceId, practiceId), gt(auditEntries.sequence, after)))
    .orderBy(asc(auditEntries.sequence))
    .limit(limit);
  return rows.map(toEntry);
}

/** The practice's whole log, oldest first. */
export async function listAuditEntries(scope: Scope): Promise<AuditEntry[]> {
  return listAudit(scope, 0, -1);
}

function toEntry({ practiceId: _, ...row }: typeof auditEntries.$inferSelect): AuditEntry {
  return { ...row, at: row.at as UtcInstant, action: row.action as AuditAction };
}
