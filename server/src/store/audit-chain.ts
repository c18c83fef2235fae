/** The chain of the log: each entry carries the hash of itself and of all before it. */
import { createHash } from 'node:crypto';
import type { AuditEntry } from './audit.ts';
import { listAudit } from './audit-log.ts';
import type { Scope } from './store.ts';

/** Of the entry and all before it. */
export function chainHash(
  practiceId: string,
  before: string,
  { sequence, id, at, deviceId, action, subject }: Omit<AuditEntry, 'hash'>,
): string {
  const text = JSON.stringify([before, practiceId, sequence, id, at, deviceId, action, subject]);
  return createHash('sha256').update(text).digest('hex');
}

const PAGE = 5_000;

/** Of all entries that are older than the chain, which begins with it; empty where there are none. */
export async function hashOfOlder(scope: Scope): Promise<string> {
  let hash = '';
  for (let after = 0; ; after += PAGE) {
    const older = (await listAudit(scope, after, PAGE)).filter((entry) => entry.hash === '');
    for (const entry of older) hash = chainHash(scope.practiceId, hash, entry);
    if (older.length < PAGE) return hash;
  }
}

export interface AuditCheck {
  readonly entries: number;
  /** Of the last entry: noted elsewhere, it shows later that nothing before was changed or taken off the end. */
  readonly hash: string;
  /** The first entry that is not as it was written, or after which one is missing; null when all is whole. */
  readonly brokenAt: number | null;
  /** Whether the hash that was asked for is in the log; undefined where none was. */
  readonly isKnown?: boolean | undefined;
}

/** Reads the whole log and works out every hash anew. `noted`: the last hash of an earlier check. */
export async function checkAudit(scope: Scope, noted?: string): Promise<AuditCheck> {
  let before = '';
  let entries = 0;
  let isChained = false;
  let isKnown = noted === undefined ? undefined : false;
  for (;;) {
    const page = await listAudit(scope, entries, PAGE);
    for (const entry of page) {
      const hash = chainHash(scope.practiceId, before, entry);
      isChained ||= entry.hash !== '';
      const isWhole = entry.sequence === entries + 1 && (isChained ? entry.hash === hash : true);
      if (!isWhole) return { entries, hash: before, brokenAt: entry.sequence, isKnown };
      before = hash;
      if (hash === noted) isKnown = true;
      entries += 1;
    }
    if (page.length < PAGE) return { entries, hash: before, brokenAt: null, isKnown };
  }
}
