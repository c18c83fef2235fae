/** Who did what, when. Subjects are ids, never names: the log holds no patient data. */

import type { AuditAction } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { desc, eq, inArray, sql } from 'drizzle-orm';
import { chainHash, hashOfOlder } from './audit-chain.ts';
import { oncePerConnection } from './prepared.ts';
import { auditEntries } from './schema.ts';
import type { Db, Scope } from './store.ts';

/** What is put on record. */
export interface AuditDeed {
  readonly id: string;
  readonly at: UtcInstant;
  /** Null when a person at the server's own console did it. */
  readonly deviceId: string | null;
  readonly action: AuditAction;
  /** The id of what it was done to. */
  readonly subject: string;
}

export interface AuditEntry extends AuditDeed {
  /** From 1, without a gap. */
  readonly sequence: number;
  /** Empty for entries that are older than the chain. */
  readonly hash: string;
}

/** Chains the entry to the one before. Call inside a transaction: writers come one after another. */
export async function insertAuditEntry({ db, practiceId }: Scope, deed: AuditDeed): Promise<void> {
  const [last] = await lastEntry(db).execute({ practiceId });
  const before =
    last === undefined || last.hash !== '' ? (last?.hash ?? '') : await hashOfOlder({ db, practiceId });
  const sequence = (last?.sequence ?? 0) + 1;
  const hash = chainHash(practiceId, before, { ...deed, sequence });
  await insertEntry(db).execute({ ...deed, practiceId, sequence, hash });
}

/** Those that no entry has yet. */
export async function unknownAuditIds(db: Db, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const known = await db
    .select({ id: auditEntries.id })
    .from(auditEntries)
    .where(inArray(auditEntries.id, ids));
  const unknown = new Set(ids);
  for (const { id } of known) unknown.delete(id);
  return unknown;
}

const lastEntry = oncePerConnection((db) =>
  db
    .select({ sequence: auditEntries.sequence, hash: auditEntries.hash })
    .from(auditEntries)
    .where(eq(auditEntries.practiceId, sql.placeholder('practiceId')))
    .orderBy(desc(auditEntries.sequence))
    .limit(1)
    .prepare(),
);

const insertEntry = oncePerConnection((db) =>
  db
    .insert(auditEntries)
    .values({
      id: sql.placeholder('id'),
      practiceId: sql.placeholder('practiceId'),
      sequence: sql.placeholder('sequence'),
      hash: sql.placeholder('hash'),
      at: sql.placeholder('at'),
      deviceId: sql.placeholder('deviceId'),
      action: sql.placeholder('action'),
      subject: sql.placeholder('subject'),
    })
    .prepare(),
);
