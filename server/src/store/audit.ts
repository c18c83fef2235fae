/** Who did what, when. Subjects are ids, never names: the log holds no patient data. */
import type { UtcInstant } from '@claimside/shared/values';
import { asc, eq, sql } from 'drizzle-orm';
import { oncePerConnection } from './prepared.ts';
import { auditEntries } from './schema.ts';
import type { Scope } from './store.ts';

export const AUDIT_ACTIONS = [
  'pairing-code-made',
  'device-paired',
  'trial-asked',
  'device-revoked',
  'practice-changed',
  'claim-billed',
  'claim-billed-as-second-visit',
  'claim-followed-up',
  'claim-cancelled',
  'claim-written-off',
  'claim-patient-billed',
  'claim-patient-paid',
  'claim-appealed',
  'claim-appeal-answered',
  'claim-closed',
  'claim-reopened',
  'claim-noted',
  'claim-assigned',
  'claim-read',
  'claim-history-read',
  'claims-listed',
  'coverage-read',
  'file-read',
  'file-taken',
  'file-set-aside',
  'delivery-decided',
  'remittances-listed',
  'remittance-read',
  'deposit-recorded',
  'remittance-set-aside',
  'remittance-posted-all-the-same',
  'payer-balances-listed',
  'unmatched-listed',
  'answer-matched',
  'answer-dismissed',
  'answer-reopened',
  'connection-added',
  'connection-changed',
  'connection-paused',
  'connection-resumed',
  'connection-removed',
  'payers-routed',
  'code-list-imported',
  'payer-list-imported',
  'filter-saved',
  'filter-removed',
  'recipe-changed',
  'recipe-removed',
  'recipe-switched-off',
  'recipe-switched-on',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export interface AuditEntry {
  readonly id: string;
  readonly at: UtcInstant;
  /** Null when a person at the server's own console did it. */
  readonly deviceId: string | null;
  readonly action: AuditAction;
  /** The id of what it was done to. */
  readonly subject: string;
}

export async function insertAuditEntry({ db, practiceId }: Scope, entry: AuditEntry): Promise<void> {
  await insertEntry(db).execute({ ...entry, practiceId });
}

const insertEntry = oncePerConnection((db) =>
  db
    .insert(auditEntries)
    .values({
      id: sql.placeholder('id'),
      practiceId: sql.placeholder('practiceId'),
      at: sql.placeholder('at'),
      deviceId: sql.placeholder('deviceId'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
    })
    .prepare(),
);

/** The practice's whole log, oldest first. */
export async function listAuditEntries(scope: Scope): Promise<AuditEntry[]> {
  const rows = await scope.db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.practiceId, scope.practiceId))
    .orderBy(asc(auditEntries.at), asc(auditEntries.id));
  return rows.map(({ id, at, deviceId, action, subject }) => ({
    id,
    at: at as UtcInstant,
    deviceId,
    action: action as AuditAction,
    subject,
  }));
}
