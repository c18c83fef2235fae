/** Files as they came from the clearinghouse: stored raw first, read afterwards, kept for ever. */
import { createHash } from 'node:crypto';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { InboundFileKind } from '../clearinghouse/index.ts';
import { chunks } from './outbound-files.ts';
import { inboundFiles } from './schema.ts';
import type { Scope } from './store.ts';

export interface StoredInboundFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The package it came in; null when it came alone. */
  readonly parentId: string | null;
}

/** Which of these names and sizes we already have; `size` is in bytes. */
export async function findKnownFiles(scope: Scope, names: readonly string[]): Promise<ReadonlySet<string>> {
  const known = new Set<string>();
  for (const some of chunks(names, 500)) {
    const rows = await scope.db
      .select({ name: inboundFiles.name, size: inboundFiles.sizeBytes })
      .from(inboundFiles)
      .where(
        and(
          eq(inboundFiles.practiceId, scope.practiceId),
          isNull(inboundFiles.parentId),
          inArray(inboundFiles.name, some),
        ),
      );
    for (const row of rows) known.add(remoteKey(row));
  }
  return known;
}

/** What tells a listed file from those we have. */
export function remoteKey(file: { readonly name: string; readonly size: number }): string {
  return `${file.size} ${file.name}`;
}

/** Stores the bytes with their SHA-256. Resolves to false when the same content under the same name is here already. */
export async function insertInboundFile(
  scope: Scope,
  file: StoredInboundFile & { readonly receivedAt: UtcInstant },
): Promise<boolean> {
  const rows = await scope.db
    .insert(inboundFiles)
    .values({
      ...file,
      practiceId: scope.practiceId,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
      sizeBytes: file.bytes.length,
      // Nobody has looked inside yet.
      kind: 'unknown' satisfies InboundFileKind,
      state: 'stored',
      reason: null,
      readAt: null,
    })
    .onConflictDoNothing()
    .returning({ id: inboundFiles.id });
  return rows.length > 0;
}

/** Ids of files that nobody has read yet, in the order they came. */
export async function listUnreadFiles(scope: Scope): Promise<string[]> {
  const rows = await scope.db
    .select({ id: inboundFiles.id })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.state, 'stored')))
    .orderBy(asc(inboundFiles.receivedAt), asc(inboundFiles.name), asc(inboundFiles.id));
  return rows.map((row) => row.id);
}

export async function findInboundFile(scope: Scope, id: string): Promise<StoredInboundFile | undefined> {
  const [row] = await scope.db
    .select({
      id: inboundFiles.id,
      name: inboundFiles.name,
      bytes: inboundFiles.bytes,
      parentId: inboundFiles.parentId,
    })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return row;
}

/** `reason` (no patient data) leaves the file with a person; null means that it was understood. */
export async function markInboundRead(
  scope: Scope,
  id: string,
  kind: InboundFileKind,
  reason: string | null,
  at: UtcInstant,
): Promise<void> {
  await scope.db
    .update(inboundFiles)
    .set({ kind, state: reason === null ? 'read' : 'needs-person', reason, readAt: at })
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
}
