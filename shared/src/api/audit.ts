/** The log of who saw and changed what. */
import { z } from 'zod';

export const AUDIT_ACTIONS = [
  'pairing-code-made',
  'device-paired',
  'trial-asked',
  'device-revoked',
  'device-admitted',
  'practice-changed',
  'payer-name-remembered',
  'claim-billed',
  'claim-billed-as-second-visit',
  'claim-followed-up',
  'claim-cancelled',
  'claim-written-off',
  'claim-patient-billed',
  'claim-patient-paid',
  'claim-overpaid',
  'claim-refunded',
  'claim-correction-given-up',
  'claim-underpayment-accepted',
  'claim-act-taken-back',
  'claim-no-further-insurance',
  'claim-further-insurance',
  'claim-appealed',
  'claim-appeal-answered',
  'claim-closed',
  'claim-reopened',
  'claim-noted',
  'claim-assigned',
  'claim-read',
  'claim-history-read',
  'receipt-read',
  'superbill-read',
  'statement-read',
  'cms-1500-read',
  'claims-listed',
  'coverage-read',
  'coverage-asked',
  'coverage-check-read',
  'coverage-checks-read',
  'claim-asked-about',
  'file-read',
  'file-taken',
  'file-set-aside',
  'file-reopened',
  'delivery-decided',
  'remittances-listed',
  'remittance-read',
  'deposit-recorded',
  'remittance-set-aside',
  'remittance-reopened',
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
  'real-time-changed',
  'real-time-removed',
  'payers-routed',
  'code-list-imported',
  'payer-list-imported',
  'fee-schedule-imported',
  'fee-schedule-exported',
  'procedure-changed',
  'procedure-removed',
  'patients-listed',
  'patient-read',
  'patient-changed',
  'patients-imported',
  'patients-exported',
  'coverage-checks-exported',
  'enrollment-changed',
  'enrollment-removed',
  'enrollments-exported',
  'fee-settings-changed',
  'report-exported',
  'audit-read',
  'audit-exported',
  'filter-saved',
  'filter-removed',
  'recipe-changed',
  'recipe-removed',
  'recipe-switched-off',
  'recipe-switched-on',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AuditEntry = z.object({
  /** From 1, without a gap. */
  sequence: z.number().int(),
  at: z.string(),
  /** Null when a person at the server's own console did it. */
  deviceId: z.string().nullable(),
  /** As the browser is called; null as above. */
  deviceName: z.string().nullable(),
  action: z.enum(AUDIT_ACTIONS),
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
