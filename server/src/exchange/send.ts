/** Uploads frozen files: the intent is durable before, the outcome is seen after, and doubt is never answered by resending. */
import { guardUploadName, hasStarted } from '../clearinghouse/index.ts';
import { setClockAhead } from '../store/connections.ts';
import {
  listClaimsOfFile,
  listOutboundFiles,
  type OutboundFile,
  type OutboundState,
  readOutboundBytes,
} from '../store/outbound-files.ts';
import { markNotBegun, markSending, setOutboundState } from '../store/outbound-states.ts';
import { giveToKeeper } from './another-account.ts';
import {
  type ExchangeContext,
  inTransaction,
  isAsItWas,
  publishClaims,
  publishExchange,
  reading,
} from './context.ts';
import { inDoubt } from './doubt-file.ts';
import { appendLearnt, type LearntFact } from './facts.ts';
import { rememberLeftover } from './leftovers.ts';
import { type Found, isGone, lookFor } from './look.ts';
import { isRefusal, type TransportError, type TransportSession } from './transport.ts';

type Fact = LearntFact['fact'];

/** Files whose upload was begun and not seen to end: looks at the clearinghouse before anything else is sent. */
export async function settleBegun(
  context: ExchangeContext,
  session: TransportSession,
): Promise<TransportError | undefined> {
  for (const file of await listOutboundFiles(reading(context), ['sending'], context.connectionId)) {
    if (context.stopping.aborted) return undefined;
    const problem = await settle(context, session, file);
    if (problem) return problem;
  }
  return undefined;
}

/** Sends what is ready. Stops at the first trouble of the connection, which it gives back. */
export async function sendReady(
  context: ExchangeContext,
  session: TransportSession,
): Promise<TransportError | undefined> {
  const isBegun = hasStarted(context.profile, context.runtime.now());
  for (const file of await listOutboundFiles(reading(context), ['ready'], context.connectionId)) {
    if (context.stopping.aborted) return undefined;
    // A trial comes before the first day: it shows that the account is ready for it.
    if (!isBegun && !file.isTrial) continue;
    const bytes = await readOutboundBytes(reading(context), file.id);
    const refusal = refuseToSend(context, file, bytes);
    if (refusal !== undefined) {
      await conclude(context, file, 'held', { type: 'withheld', message: refusal }, `held:${file.id}`);
      continue;
    }
    const problem = await uploadOnce(context, session, file, bytes);
    if (problem) return problem;
  }
  return undefined;
}

/** Where ISA15 stands: every ISA has the same length. */
const USAGE_INDICATOR_AT = 102;

/** Test and live are compared again right before the upload: the connection may have changed since the freeze. */
function refuseToSend(
  { profile, settings }: ExchangeContext,
  file: OutboundFile,
  bytes: Buffer,
): string | undefined {
  if (file.mode !== settings.mode && !file.isTrial)
    return `The file was made in ${file.mode} mode and the connection is now ${settings.mode}, so it was not sent. Bill the claim again.`;
  const mode = file.isTrial ? 'test' : settings.mode;
  const usageIndicator = bytes.toString('latin1', USAGE_INDICATOR_AT, USAGE_INDICATOR_AT + 1);
  if (usageIndicator !== profile.envelope.usageIndicator[mode])
    return 'The file was made before the marks of test and live files were changed, so it was not sent. Bill the claim again.';
  const guarded = guardUploadName(profile, mode, file.name);
  return guarded.ok ? undefined : `The file was not sent. ${guarded.error}`;
}

async function uploadOnce(
  context: ExchangeContext,
  session: TransportSession,
  ready: OutboundFile,
  bytes: Buffer,
  isLastTry = false,
): Promise<TransportError | undefined> {
  const { profile, runtime } = context;
  const begun = await inTransaction(
    context,
    async (scope) => (await isAsItWas(scope, context)) && (await markSending(scope, ready.id, runtime.now())),
  );
  // Its claims were taken out of it since it was listed, or the account was paused or changed.
  if (!begun) return undefined;
  const file = { ...ready, attempts: ready.attempts + 1, uploadsBegun: ready.uploadsBegun + 1 };
  const temporary = profile.uploadMode === 'rename' ? temporaryNameOf(file) : null;
  const sent = await session.upload(
    profile.folders.inbound,
    file.name,
    bytes,
    temporary,
    context.lease.mayGoOn,
  );
  if (!sent.ok) {
    const { phase } = sent.error;
    if (sent.error.code === 'EXISTS') return nameIsTaken(context, session, file, bytes, isLastTry);
    // No byte can have reached the final name: as if it had never been tried.
    if (phase === 'connect' || phase === 'open')
      await inTransaction(context, (scope) => markNotBegun(scope, file.id, runtime.now()));
    return sent.error;
  }
  const found = await lookFor(context, session, file, bytes);
  if (!found.ok) return found.error;
  if (!AS_CONFIRMED.includes(found.value)) return settle(context, session, file);
  await concludeSent(context, file);
  if (sent.value.writtenAt !== undefined) await noteClock(context, sent.value.writtenAt);
  return undefined;
}

/** By how much our clock is ahead of the clearinghouse's, which has just written a file of ours; less if it is late. */
async function noteClock(context: ExchangeContext, writtenAt: number): Promise<void> {
  const at = context.runtime.now();
  const ahead = Date.parse(at) - writtenAt;
  await inTransaction(context, (scope) => setClockAhead(scope, context.connectionId, ahead, at));
}

/** After the server had confirmed every byte, the size and the close: gone already means taken, and where nobody may look its word counts. */
const AS_CONFIRMED: readonly Found[] = ['whole', 'nothing', 'hidden'];

/** Each upload has its own, so that a process that was given up cannot rename what another one writes. */
function temporaryNameOf({ name, uploadsBegun }: Pick<OutboundFile, 'name' | 'uploadsBegun'>): string {
  return `.${name}.${uploadsBegun}.part`;
}

/**
 * A file of that name was there before this upload, which wrote nothing. What an earlier upload of ours began is taken
 * away and sent whole; anything else stays as it is and is told.
 */
async function nameIsTaken(
  context: ExchangeContext,
  session: TransportSession,
  file: OutboundFile,
  bytes: Buffer,
  isLastTry: boolean,
): Promise<TransportError | undefined> {
  const { profile, runtime } = context;
  const found = await lookFor(context, session, file, bytes);
  if (!found.ok) return found.error;
  const isOurs = profile.inboundIsReadable || file.attempts > 1;
  if (found.value === 'whole' && isOurs) {
    await concludeSent(context, file);
    return undefined;
  }
  // What is gone may be what an earlier upload of ours had brought.
  const isGoneUnseen = found.value === 'nothing' && file.attempts > 1 && !profile.repeatsAreSafe;
  if (isGoneUnseen) {
    await doubt(context, file, false);
    return undefined;
  }
  const isBegun =
    (found.value === 'beginning' && file.attempts > 1) || (found.value === 'empty' && file.uploadsBegun > 1);
  if (!isLastTry && (found.value === 'nothing' || isBegun) && context.lease.mayGoOn()) {
    const removed = isBegun ? await session.remove(profile.folders.inbound, file.name) : undefined;
    if (removed === undefined || removed.ok || isGone(removed.error)) {
      await inTransaction(context, (scope) => markNotBegun(scope, file.id, runtime.now()));
      return uploadOnce(context, session, { ...file, attempts: file.attempts - 1 }, bytes, true);
    }
  }
  await doubt(context, file, found.value !== 'hidden');
  return undefined;
}

/** Decides the fate of an upload that was not seen to end. */
async function settle(
  context: ExchangeContext,
  session: TransportSession,
  file: OutboundFile,
): Promise<TransportError | undefined> {
  const { profile } = context;
  const bytes = await readOutboundBytes(reading(context), file.id);
  const found = await lookFor(context, session, file, bytes);
  if (!found.ok) return found.error;
  if ((found.value === 'nothing' || found.value === 'hidden') && profile.uploadMode === 'rename') {
    const ended = await takeTemporaryAway(context, session, file, bytes);
    if (ended !== 'unknown') return ended;
  }
  if (found.value === 'whole') {
    await concludeSent(context, file);
    return undefined;
  }
  const refusal = refuseToSend(context, file, bytes);
  if (profile.repeatsAreSafe && refusal === undefined && file.attempts < 3) {
    await inTransaction(context, (scope) => setOutboundState(scope, file.id, 'ready', context.runtime.now()));
    return uploadOnce(context, session, file, bytes);
  }
  await doubt(context, file, found.value === 'other' && profile.inboundIsReadable);
  return undefined;
}

/**
 * Whoever takes the temporary file away knows that it was never renamed, nor will be: nothing arrived, and the file is
 * ready again.
 */
async function takeTemporaryAway(
  context: ExchangeContext,
  session: TransportSession,
  file: OutboundFile,
  bytes: Buffer,
): Promise<TransportError | undefined | 'unknown'> {
  const temporary = temporaryNameOf(file);
  const removed = await session.remove(context.profile.folders.inbound, temporary);
  if (removed.ok) {
    await inTransaction(context, (scope) => markNotBegun(scope, file.id, context.runtime.now()));
    return undefined;
  }
  if (!isGone(removed.error)) {
    if (!isRefusal(removed.error)) return removed.error;
    await rememberLeftover(context, temporary);
    return 'unknown';
  }
  // It may have been renamed between the two looks.
  const again = await lookFor(context, session, file, bytes);
  if (!again.ok) return again.error;
  if (again.value !== 'whole') return 'unknown';
  await concludeSent(context, file);
  return undefined;
}

function doubt(context: ExchangeContext, file: OutboundFile, occupied: boolean): Promise<void> {
  const { name: fileName, attempts: attempt } = file;
  const fact: Fact = { type: 'delivery-unknown', fileName, attempt, ...(occupied && { occupied }) };
  return conclude(context, file, inDoubt(file), fact, `delivery-unknown:${file.id}:${attempt}`);
}

function concludeSent(context: ExchangeContext, file: OutboundFile): Promise<void> {
  return conclude(
    context,
    file,
    'sent',
    { type: 'sent', outboundFileId: file.id, fileName: file.name },
    `sent:${file.id}`,
  );
}

/** The file's new state and the fact for each of its claims, in one transaction. */
async function conclude(
  context: ExchangeContext,
  file: OutboundFile,
  state: OutboundState,
  fact: Fact,
  dedupeKey: string,
): Promise<void> {
  const at = context.runtime.now();
  const changed = await inTransaction(context, async (scope) => {
    await setOutboundState(scope, file.id, state, at);
    // The account was changed during the upload.
    if (!(await isAsItWas(scope, context))) await giveToKeeper(scope, file);
    const claims = await listClaimsOfFile(scope, file.id);
    return appendLearnt(
      scope,
      { kind: 'system' },
      at,
      [...claims.values()].map((claimId) => ({ claimId, fact, dedupeKey })),
    );
  });
  context.runtime.log.info({ practiceId: context.practiceId, file: file.name, state }, 'outbound file');
  publishClaims(context, changed);
  publishExchange(context);
}
