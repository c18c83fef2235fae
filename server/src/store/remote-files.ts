/** What we know of the files in each clearinghouse's outbound folder: which were dealt with, which would not come. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, inArray } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { remoteFiles } from './schema.ts';
import type { Scope } from './store.ts';

/** As listed: a file of the same name that differs in either of the others is another file. */
export interface ListedFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, by the clearinghouse's clock. */
  readonly modified: number;
}

export interface KnownFile extends ListedFile {
  /** It is here, or with a person: it is not asked for again until it changes. */
  readonly settled: boolean;
  /** Downloads of it in a row that broke off or were refused. */
  readonly failures: number;
  /** When it was stored, by our clock; null where it was not, or that was not kept yet. */
  readonly storedAt: UtcInstant | null;
}

export async function findRemoteFiles(
  scope: Scope,
  connectionId: string,
  names: readonly string[],
): Promise<ReadonlyMap<string, KnownFile>> {
  const known = new Map<string, KnownFile>();
  for (const some of chunks(names, 500)) {
    const rows = await scope.db
      .select()
      .from(remoteFiles)
      .where(
        and(
          eq(remoteFiles.practiceId, scope.practiceId),
          eq(remoteFiles.connectionId, connectionId),
          inArray(remoteFiles.name, some),
        ),
      );
    for (const { sizeBytes, ...row } of rows)
      known.set(row.name, { ...row, size: sizeBytes, storedAt: row.storedAt as UtcInstant | null });
  }
  return known;
}

export async function noteRemoteFile(
  scope: Scope,
  connectionId: string,
  { size, ...file }: KnownFile,
): Promise<void> {
  const { name, modified, settled, failures, storedAt } = file;
  const state = { sizeBytes: size, modified, settled, failures, storedAt };
  await scope.db
    .insert(remoteFiles)
    .values({ practiceId: scope.practiceId, connectionId, name, ...state })
    .onConflictDoUpdate({
      target: [remoteFiles.practiceId, remoteFiles.connectionId, remoteFiles.name],
      set: state,
    });
}
