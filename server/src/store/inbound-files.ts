/** Files as they came from the clearinghouse: stored raw first, read afterwards, kept for ever. */
import { createHash } from 'node:crypto';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq, gt, inArray, isNull, max, ne, notInArray, or } from 'drizzle-orm';
import { type InboundFileKind, MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { oneLess, oneMore } from './dialect.ts';
import { inboundFiles } from './schema.ts';
import type { Scope } from './store.ts';

export interface StoredInboundFile {
  readonly id: string;
  readonly name: string;
  readonly bytes: Buffer;
  /** The package it came in; null when it came alone. */
  readonly parentId: string | null;
  /** By which it came; null where a person brought it. */
  readonly connectionId: string | null;
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
      sha256: contentHash(file.bytes),
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

/** What tells files apart, whatever their names are. */
export const contentHash = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** The file with these bytes, whatever its name was. */
export async function findFileOfContent(scope: Scope, sha256: string): Promise<string | undefined> {
  const [row] = await scope.db
    .select({ id: inboundFiles.id })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.sha256, sha256)))
    .limit(1);
  return row?.id;
}

/** A file that could not be fetched, for people to see: no bytes, and why (no patient data). Said again, once. */
export async function insertUnfetchedFile(
  scope: Scope,
  file: {
    readonly id: string;
    readonly connectionId: string;
    readonly name: string;
    readonly size: number;
    readonly reason: string;
  },
  at: UtcInstant,
): Promise<void> {
  const { id, connectionId, name, size, reason } = file;
  const said = { sizeBytes: size, state: 'needs-person', reason, readAt: at };
  await scope.db
    .insert(inboundFiles)
    .values({
      ...said,
      id,
      name,
      connectionId,
      // Of the first time, however often it is tried.
      receivedAt: at,
      practiceId: scope.practiceId,
      bytes: Buffer.alloc(0),
      // Not the hash of nothing: an empty file has that one. Two clearinghouses may each keep a file of this name back.
      sha256: connectionId === MAIN_CONNECTION ? '' : connectionId,
      kind: 'unknown' satisfies InboundFileKind,
      parentId: null,
    })
    .onConflictDoUpdate({
      target: [inboundFiles.practiceId, inboundFiles.sha256, inboundFiles.name],
      set: said,
      // It is tried again and again: what a person set aside stays so.
      setWhere: ne(inboundFiles.state, 'set-aside'),
    });
}

/** Ids of files that nobody has read yet, in the order they came; those that people brought are the main connection's to read. */
export async function listUnreadFiles(scope: Scope, connectionId: string): Promise<string[]> {
  const came = eq(inboundFiles.connectionId, connectionId);
  const rows = await scope.db
    .select({ id: inboundFiles.id })
    .from(inboundFiles)
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.state, 'stored'),
        connectionId === MAIN_CONNECTION ? or(came, isNull(inboundFiles.connectionId)) : came,
      ),
    )
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
      connectionId: inboundFiles.connectionId,
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

/** Whether nobody has read it yet. */
export async function isUnread(scope: Scope, id: string): Promise<boolean> {
  const [row] = await scope.db
    .select({ state: inboundFiles.state })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return row?.state === 'stored';
}

/** Counts that somebody begins to look inside; gives how often that was, this time included; 0 when it was read meanwhile. */
export async function beginReading(scope: Scope, id: string): Promise<number> {
  const [row] = await scope.db
    .update(inboundFiles)
    .set({ readingsBegun: oneMore(inboundFiles.readingsBegun) })
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.id, id),
        eq(inboundFiles.state, 'stored'),
      ),
    )
    .returning({ begun: inboundFiles.readingsBegun });
  return row?.begun ?? 0;
}

/** The reading that was begun last ended without fault of the file. */
export async function takeReadingBack(scope: Scope, id: string): Promise<void> {
  await scope.db
    .update(inboundFiles)
    .set({ readingsBegun: oneLess(inboundFiles.readingsBegun) })
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.id, id),
        gt(inboundFiles.readingsBegun, 0),
      ),
    );
}

/**
 * Once the whole file is here, nobody needs to look at files of the same name that are only its beginning: cut off,
 * empty, or never fetched.
 */
export async function settleBeginnings(scope: Scope, file: StoredInboundFile): Promise<void> {
  const rows = await scope.db
    .select({ id: inboundFiles.id, bytes: inboundFiles.bytes })
    .from(inboundFiles)
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.state, 'needs-person'),
        eq(inboundFiles.name, file.name),
        // What a person brings may be what any of them did not hand out.
        file.connectionId === null
          ? undefined
          : or(isNull(inboundFiles.connectionId), eq(inboundFiles.connectionId, file.connectionId)),
        ne(inboundFiles.id, file.id),
      ),
    );
  for (const { id, bytes } of rows) {
    const isBeginning =
      bytes.length < file.bytes.length && file.bytes.subarray(0, bytes.length).equals(bytes);
    if (isBeginning) await settleInbound(scope, id);
  }
}

/** Why it waits for a person; null when it does not. */
export async function findWaitingReason(scope: Scope, id: string): Promise<string | null> {
  const [row] = await scope.db
    .select({ reason: inboundFiles.reason, state: inboundFiles.state })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
  return row?.state === 'needs-person' ? row.reason : null;
}

/** It waits for a person because of that. */
export async function setWaitingReason(scope: Scope, id: string, reason: string): Promise<void> {
  await scope.db
    .update(inboundFiles)
    .set({ state: 'needs-person', reason })
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
}

/** Nobody needs to look at it any more: something that came later answers for it. */
export async function settleInbound(scope: Scope, id: string): Promise<void> {
  await scope.db
    .update(inboundFiles)
    .set({ state: 'read', reason: null })
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), eq(inboundFiles.id, id)));
}

/** What names a file that came, without its bytes. */
export async function listInboundNames(
  scope: Scope,
  ids: readonly string[],
): Promise<{ id: string; name: string; sha256: string; receivedAt: string }[]> {
  return scope.db
    .select({
      id: inboundFiles.id,
      name: inboundFiles.name,
      sha256: inboundFiles.sha256,
      receivedAt: inboundFiles.receivedAt,
    })
    .from(inboundFiles)
    .where(and(eq(inboundFiles.practiceId, scope.practiceId), inArray(inboundFiles.id, [...ids])))
    .orderBy(asc(inboundFiles.receivedAt), asc(inboundFiles.name));
}

/** When a file was received last by this connection. */
export async function lastInboundAt(scope: Scope, connectionId: string): Promise<UtcInstant | undefined> {
  const [row] = await scope.db
    .select({ at: max(inboundFiles.receivedAt) })
    .from(inboundFiles)
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.connectionId, connectionId),
        // What was never handed out has not come.
        notInArray(inboundFiles.sha256, ['', connectionId]),
      ),
    );
  return (row?.at ?? undefined) as UtcInstant | undefined;
}
