/** Takes away what broken uploads left under temporary names where that was refused before: bytes of claims stay nowhere. */
import {
  forgetLeftover,
  listLeftovers,
  noteLeftover,
  type UploadLeftover,
} from '../store/upload-leftovers.ts';
import { type ExchangeContext, inTransaction, reading } from './context.ts';
import { isGone } from './look.ts';
import { isRefusal, type TransportError, type TransportSession } from './transport.ts';

/** Its removal was refused: tried again in each round from now on. */
export function rememberLeftover(context: ExchangeContext, name: string): Promise<void> {
  return inTransaction(context, (scope) =>
    noteLeftover(scope, context.connectionId, { name, since: context.runtime.now() }),
  );
}

/** Each is tried once. Stops at the first trouble of the connection, which it gives back. */
export async function clearLeftovers(
  context: ExchangeContext,
  session: TransportSession,
): Promise<TransportError | undefined> {
  for (const leftover of await listLeftovers(reading(context), context.connectionId)) {
    if (context.stopping.aborted || !context.lease.mayGoOn()) return undefined;
    const removed = await session.remove(context.profile.folders.inbound, leftover.name);
    if (removed.ok || isGone(removed.error)) await forget(context, leftover);
    else if (!isRefusal(removed.error)) return removed.error;
    else if (isGivenUp(context, leftover)) {
      context.runtime.log.warn(
        { practiceId: context.practiceId, connectionId: context.connectionId, file: leftover.name },
        'a broken upload is left at the clearinghouse, which does not let us remove it: ask it to',
      );
      await forget(context, leftover);
    }
  }
  return undefined;
}

const TRIED_FOR_MILLISECONDS = 7 * 24 * 60 * 60 * 1000;

/** One that may not remove files there for a week will not be allowed to. */
const isGivenUp = ({ runtime }: ExchangeContext, { since }: UploadLeftover) =>
  Date.parse(runtime.now()) - Date.parse(since) > TRIED_FOR_MILLISECONDS;

function forget(context: ExchangeContext, { name }: UploadLeftover): Promise<void> {
  return inTransaction(context, (scope) => forgetLeftover(scope, context.connectionId, name));
}
