/** Uploads frozen files: the intent is durable before, the outcome is seen after, and doubt is never answered by resending. */
import { guardUploadName } from '../clearinghouse/index.ts';
import {
  listClaimsOfFile,
  listOutboundFiles,
  markNotBegun,
  markSending,
  type OutboundFile,
  type OutboundState,
  readOutboundBytes,
  setOutboundState,
} from '../store/outbound-files.ts';
import { type ExchangeContext, inTransaction, publishClaims, publishExchange, reading } from './context.ts';
import { appendLearnt, type LearntFact } from './facts.ts';
import type { TransportError, TransportSession } from './transport.ts';

type Fact = LearntFact['fact'];

/** Files whose upload was begun and not seen to end: looks at the clearinghouse before anything else is sent. */
export async function settleBegun(
  context: ExchangeContext,
  session: TransportSession,
): Promise<TransportError | undefined> {
  for (const file of await listOutboundFiles(reading(context), ['sending'])) {
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
  for (const file of await listOutboundFiles(reading(context), ['ready'])) {
    if (context.stopping.aborted) return undefined;
    const refusal = refuseToSend(context, file);
    if (refusal !== undefined) {
      await conclude(context, file, 'held', { type: 'withheld', message: refusal }, `held:${file.id}`);
      continue;
    }
    const problem = await uploadOnce(context, session, file);
    if (problem) return problem;
  }
  return undefined;
}

/** Test and live are compared again right before the upload: the connection may have changed since the freeze. */
function refuseToSend({ profile, settings }: ExchangeContext, file: OutboundFile): string | undefined {
  if (file.mode !== settings.mode)
    return `The file was made in ${file.mode} mode and the connection is now ${settings.mode}, so it was not sent. Bill the claim again.`;
  const guarded = guardUploadName(profile, settings.mode, file.name);
  return guarded.ok ? undefined : `The file was not sent. ${guarded.error}`;
}

async function uploadOnce(
  context: ExchangeContext,
  session: TransportSession,
  ready: OutboundFile,
): Promise<TransportError | undefined> {
  const { profile, runtime } = context;
  const bytes = await readOutboundBytes(reading(context), ready.id);
  await inTransaction(context, (scope) => markSending(scope, ready.id, runtime.now()));
  const file = { ...ready, attempts: ready.attempts + 1 };
  const sent = await session.upload(profile.folders.inbound, file.name, bytes, profile.uploadMode);
  if (!sent.ok) {
    const { phase } = sent.error;
    // No byte can have reached the final name: as if it had never been tried.
    if (phase === 'connect' || phase === 'open')
      await inTransaction(context, (scope) => markNotBegun(scope, file.id, runtime.now()));
    return sent.error;
  }
  const size = await session.sizeOf(profile.folders.inbound, file.name);
  if (!size.ok) return size.error;
  // Gone already means taken: the server had confirmed every byte, the size and the close.
  if (size.value === undefined || size.value === bytes.length) await concludeSent(context, file);
  else return settle(context, session, file);
  return undefined;
}

/** Decides the fate of an upload that was not seen to end. */
async function settle(
  context: ExchangeContext,
  session: TransportSession,
  file: OutboundFile,
): Promise<TransportError | undefined> {
  const { profile } = context;
  const size = await session.sizeOf(profile.folders.inbound, file.name);
  if (!size.ok) return size.error;
  const bytes = await readOutboundBytes(reading(context), file.id);
  if (size.value === bytes.length) {
    await concludeSent(context, file);
    return undefined;
  }
  if (profile.repeatsAreSafe && refuseToSend(context, file) === undefined && file.attempts < 3)
    return uploadOnce(context, session, file);
  await conclude(
    context,
    file,
    'unknown',
    { type: 'delivery-unknown', fileName: file.name, attempt: file.attempts },
    `delivery-unknown:${file.id}:${file.attempts}`,
  );
  return undefined;
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
