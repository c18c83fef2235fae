/** Fetches what is new in the outbound folder and stores it raw before anything looks inside. */
import type { UtcInstant } from '@claimside/shared/values';
import { newId } from '../runtime.ts';
import { findKnownFiles, insertInboundFile, remoteKey } from '../store/inbound-files.ts';
import { type ExchangeContext, inTransaction, publishExchange, reading } from './context.ts';
import { LIMITS } from './limits.ts';
import type { RemoteFile, TransportError, TransportSession } from './transport.ts';

/** Downloads each new file once, oldest first. One that cannot be fetched never holds up the others. */
export async function receiveNew(
  context: ExchangeContext,
  session: TransportSession,
): Promise<TransportError | undefined> {
  const { profile, runtime } = context;
  const listed = await session.list(profile.folders.outbound);
  if (!listed.ok) return listed.error;
  const known = await findKnownFiles(
    reading(context),
    listed.value.map((file) => file.name),
  );
  const fresh = listed.value
    .filter((file) => !known.has(remoteKey(file)) && !mayBeFilled(file, runtime.now()))
    .sort((a, b) => a.modified - b.modified || (a.name < b.name ? -1 : 1))
    .slice(0, LIMITS.filesPerRound);
  let problem: TransportError | undefined;
  for (const file of fresh) {
    if (context.stopping.aborted) break;
    const content = await session.download(profile.folders.outbound, file);
    if (!content.ok) {
      runtime.log.warn({ practiceId: context.practiceId, code: content.error.code }, 'download failed');
      problem = content.error;
      if (content.error.code === 'CLOSED' || content.error.code === 'TIMEOUT') break;
      continue;
    }
    // Still being written over there: the next round takes it whole.
    if (content.value.length !== file.size) continue;
    await storeRaw(context, file, content.value);
    if (profile.deleteAfterDownload) await session.remove(profile.folders.outbound, file.name);
  }
  return problem;
}

function mayBeFilled(file: RemoteFile, now: UtcInstant): boolean {
  return file.size === 0 && Date.parse(now) - file.modified < LIMITS.emptyFileMilliseconds;
}

async function storeRaw(context: ExchangeContext, file: RemoteFile, bytes: Buffer): Promise<void> {
  const { runtime } = context;
  const id = newId(runtime);
  const added = await inTransaction(context, (scope) =>
    insertInboundFile(scope, {
      id,
      name: file.name,
      bytes,
      receivedAt: runtime.now(),
      parentId: null,
    }),
  );
  if (!added) return;
  runtime.log.info({ practiceId: context.practiceId, fileId: id, size: bytes.length }, 'file received');
  publishExchange(context);
}
