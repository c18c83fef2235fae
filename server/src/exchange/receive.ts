/** Fetches what is new in the outbound folder and stores it raw before anything looks inside. */
import type { UtcInstant } from '@claimside/shared/values';
import { newId } from '../runtime.ts';
import { insertInboundFile } from '../store/inbound-files.ts';
import { findRemoteFiles, type KnownFile, noteRemoteFile } from '../store/remote-files.ts';
import { type ExchangeContext, inTransaction, publishExchange, reading } from './context.ts';
import { LIMITS } from './limits.ts';
import { noteFailure, noteUnfinished, setAsideTooLarge } from './receive-trouble.ts';
import {
  isRefusal,
  type Listing,
  type RemoteFile,
  type TransportError,
  type TransportSession,
} from './transport.ts';

/** A listed file, with how often in a row it could not be fetched. */
export interface WantedFile extends RemoteFile {
  readonly failures: number;
}

export interface Received {
  readonly problem: TransportError | undefined;
  /** True when all that lay there was taken, but for files that people know of: an answer that is missing now stays away. */
  readonly isAll: boolean;
}

/**
 * Downloads each new file once, oldest first, and those that did not come before last: one that cannot be fetched never
 * holds up the others. Such a file is in the queue for people and no trouble of the connection.
 */
export async function receiveNew(context: ExchangeContext, session: TransportSession): Promise<Received> {
  const { profile } = context;
  const listed = await session.list(profile.folders.outbound);
  if (!listed.ok) return { problem: listed.error, isAll: false };
  const known = await knownOf(context, listed.value.files);
  if (profile.deleteAfterDownload) await removeStored(context, session, listed.value.files, known);
  const wanted = wantedOf(listed.value.files, known, context.runtime.now());
  let isAll = wanted.length <= LIMITS.filesPerRound && listed.value.beyondLimit === 0;
  for (const file of wanted.slice(0, LIMITS.filesPerRound)) {
    if (context.stopping.aborted) return { problem: undefined, isAll: false };
    const end = await receiveOne(context, session, file);
    if (end === 'unfinished') isAll = false;
    // Those that did not come before are last: no new file follows one of them.
    else if (end) return { ...end, isAll: isAll && end.problem === undefined && file.failures > 0 };
  }
  return { problem: leftOut(listed.value), isAll };
}

type KnownFiles = ReadonlyMap<string, KnownFile>;

function knownOf(context: ExchangeContext, files: readonly RemoteFile[]): Promise<KnownFiles> {
  const names = files.map((file) => file.name);
  return findRemoteFiles(reading(context), context.connectionId, names);
}

/**
 * Removes what a round before this one has stored, some time ago, where it is listed just as it was then: what is being written is
 * longer by now, and its end would be gone. What was too large to be fetched stays.
 */
async function removeStored(
  context: ExchangeContext,
  session: TransportSession,
  files: readonly RemoteFile[],
  known: KnownFiles,
): Promise<void> {
  for (const file of files) {
    const before = sameFile(known.get(file.name), file);
    if (!before?.settled || file.size > LIMITS.inboundFileBytes || !isLongStored(context, before)) continue;
    // Where no times are told, another file of its name and length would look the same.
    if (file.modified === 0) continue;
    if (context.stopping.aborted || !context.lease.mayGoOn()) return;
    const removed = await session.remove(context.profile.folders.outbound, file.name);
    // The listing of the next round shows it again.
    if (!removed.ok && !isRefusal(removed.error)) return;
  }
}

/** Whoever writes it may pause for minutes. */
function isLongStored({ profile, runtime }: ExchangeContext, { storedAt }: KnownFile): boolean {
  if (storedAt === null) return true;
  return Date.parse(runtime.now()) - Date.parse(storedAt) >= profile.removeAfterMilliseconds;
}

function wantedOf(files: readonly RemoteFile[], known: KnownFiles, now: UtcInstant): WantedFile[] {
  return files
    .flatMap((file) => {
      const before = sameFile(known.get(file.name), file);
      if (before?.settled || mayBeFilled(file, now)) return [];
      return [{ ...file, failures: before?.failures ?? 0 }];
    })
    .sort((a, b) => a.failures - b.failures || a.modified - b.modified || (a.name < b.name ? -1 : 1));
}

/** A file that was written anew, even to the same size, is another one. */
function sameFile(before: KnownFile | undefined, file: RemoteFile): KnownFile | undefined {
  return before?.size === file.size && before.modified === file.modified ? before : undefined;
}

function mayBeFilled(file: RemoteFile, now: UtcInstant): boolean {
  return file.size === 0 && Date.parse(now) - file.modified < LIMITS.emptyFileMilliseconds;
}

/** Gives something when the round has to end with this file. */
async function receiveOne(
  context: ExchangeContext,
  session: TransportSession,
  file: WantedFile,
): Promise<{ readonly problem: TransportError | undefined } | 'unfinished' | undefined> {
  const { profile } = context;
  if (file.size > LIMITS.inboundFileBytes) {
    await setAsideTooLarge(context, file);
    return undefined;
  }
  const content = await session.download(profile.folders.outbound, file);
  if (!content.ok) return noteFailure(context, session, file, content.error);
  if (content.value.length !== file.size) return noteUnfinished(context, file);
  await storeRaw(context, file, content.value);
  return undefined;
}

async function storeRaw(context: ExchangeContext, file: RemoteFile, bytes: Buffer): Promise<void> {
  const { runtime, connectionId } = context;
  const id = newId(runtime);
  const added = await inTransaction(context, async (scope) => {
    const receivedAt = runtime.now();
    // Also when the same content is here already, out of a package for one: it is not fetched again.
    await noteRemoteFile(scope, connectionId, { ...file, settled: true, failures: 0, storedAt: receivedAt });
    return insertInboundFile(scope, { id, name: file.name, bytes, receivedAt, parentId: null, connectionId });
  });
  if (!added) return;
  runtime.log.info({ practiceId: context.practiceId, fileId: id, size: bytes.length }, 'file received');
  publishExchange(context);
}

/** Files that this listing hides from us: nobody would miss their answers unless told. */
function leftOut({ oddNames, beyondLimit }: Listing): TransportError | undefined {
  const trouble = { kind: 'trouble', phase: 'open' } as const;
  if (beyondLimit > 0) return { ...trouble, code: 'TOO-MANY-NAMES', files: beyondLimit };
  return oddNames > 0 ? { ...trouble, code: 'ODD-NAMES', files: oddNames } : undefined;
}
