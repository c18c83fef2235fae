/** Files that the clearinghouse lists and does not hand out: tried last from now on, and shown to people. */
import { newId } from '../runtime.ts';
import { insertUnfetchedFile } from '../store/inbound-files.ts';
import { type KnownFile, noteRemoteFile } from '../store/remote-files.ts';
import { type ExchangeContext, inTransaction, publishExchange } from './context.ts';
import { LIMITS } from './limits.ts';
import type { WantedFile } from './receive.ts';
import type { TransportError, TransportSession } from './transport.ts';

/** SFTP status of a file that went away since it was listed. */
const GONE: readonly string[] = ['2', 'ENOENT'];

/** A file larger than we can read: it stays where it is, and a person hears of it once. */
export async function setAsideTooLarge(context: ExchangeContext, file: WantedFile): Promise<void> {
  const reason = `The file is larger than ${LIMITS.inboundFileBytes / 1_000_000} MB and was left at the clearinghouse. Ask for it in smaller files.`;
  await setAside(context, { ...file, settled: true, storedAt: null }, reason);
}

/**
 * After a download that failed: undefined when the session still answers, so that the next file can be tried; else the
 * round ends, with trouble unless people know of this file already.
 */
export async function noteFailure(
  context: ExchangeContext,
  session: TransportSession,
  file: WantedFile,
  error: TransportError,
): Promise<{ readonly problem: TransportError | undefined } | undefined> {
  const { practiceId, profile, runtime } = context;
  runtime.log.warn({ practiceId, code: error.code }, 'download failed');
  if (GONE.includes(error.code)) return undefined;
  const failures = file.failures + 1;
  const alive = error.code !== 'CLOSED' && (await session.sizeOf(profile.folders.outbound, file.name)).ok;
  const failed = { ...file, settled: false, failures, storedAt: null };
  const toPeople = alive || failures >= LIMITS.brokenDownloads;
  if (toPeople) await setAside(context, failed, NOT_HANDED_OUT);
  else await inTransaction(context, (scope) => noteRemoteFile(scope, context.connectionId, failed));
  if (!alive) return { problem: toPeople ? undefined : error };
  // Silence costs a minute: whatever follows has failed before too, and has its turn in the next round.
  return error.code === 'TIMEOUT' && file.failures > 0 ? { problem: undefined } : undefined;
}

/**
 * What came is not as long as listed. As a rule it is still being written, and the next round takes it whole: one that is listed the
 * same again and again and never is so long is shown to people, and keeps nobody from noticing that other answers stay away.
 */
export async function noteUnfinished(
  context: ExchangeContext,
  file: WantedFile,
): Promise<'unfinished' | undefined> {
  const failures = file.failures + 1;
  const noted = { ...file, settled: false, failures, storedAt: null };
  if (failures >= LIMITS.unfinishedDownloads) {
    await setAside(context, noted, NEVER_AS_LISTED);
    return undefined;
  }
  await inTransaction(context, (scope) => noteRemoteFile(scope, context.connectionId, noted));
  return 'unfinished';
}

const NEVER_AS_LISTED =
  'The clearinghouse lists this file with another length than it hands out, so it was not taken. Claimside goes on trying; ask the clearinghouse if this stays.';

const NOT_HANDED_OUT =
  'The clearinghouse lists this file but did not hand it out. Claimside goes on trying; ask the clearinghouse if this stays.';

async function setAside(context: ExchangeContext, file: KnownFile, reason: string): Promise<void> {
  const { runtime, connectionId } = context;
  await inTransaction(context, async (scope) => {
    await noteRemoteFile(scope, connectionId, file);
    await insertUnfetchedFile(
      scope,
      { id: newId(runtime), connectionId, name: file.name, size: file.size, reason },
      runtime.now(),
    );
  });
  publishExchange(context);
}
