/** Files that were made for another account than their connection has now: none of them goes to this one, or is looked for there. */
import { isForAnother, isSameLogIn, madeFor, placeOf } from '../clearinghouse/index.ts';
import { listConnections } from '../store/connections.ts';
import { handOverFile } from '../store/hand-over.ts';
import { listOutboundFiles, type OutboundFile } from '../store/outbound-files.ts';
import { setOutboundState, takeApart } from '../store/outbound-states.ts';
import type { Scope } from '../store/store.ts';
import {
  type ExchangeContext,
  inTransaction,
  isAsItWas,
  publishClaims,
  publishExchange,
  reading,
} from './context.ts';
import { doubtFile } from './doubt-file.ts';

/**
 * Before anything is made, looked for or sent. Claims of a file of which nothing has left are written anew for the present
 * account; one whose upload began is the connection's that has the former account, or else somebody has to find out there.
 */
export async function leaveFormerAccount(context: ExchangeContext): Promise<void> {
  if ((await foreignFiles(context, reading(context))).length === 0) return;
  const changed = await inTransaction(context, async (scope) => {
    // The round goes by an account that is gone: the next one knows better.
    if (!(await isAsItWas(scope, context))) return [];
    const claims: string[] = [];
    for (const file of await foreignFiles(context, scope))
      claims.push(...(await leave(context, scope, file)));
    return claims;
  });
  publishClaims(context, changed);
  publishExchange(context);
}

async function foreignFiles(
  { connectionId, settings }: ExchangeContext,
  scope: Scope,
): Promise<OutboundFile[]> {
  const account = madeFor(settings);
  const files = await listOutboundFiles(scope, ['ready', 'sending'], connectionId);
  return files.filter((file) => isForAnother(file.madeFor, account));
}

async function leave({ runtime }: ExchangeContext, scope: Scope, file: OutboundFile): Promise<string[]> {
  const at = runtime.now();
  if (file.attempts > 0) {
    if (await giveToKeeper(scope, file)) return [];
    return doubtFile(scope, file, at, file.madeFor ? placeOf(file.madeFor) : undefined);
  }
  if (file.isTrial) await setOutboundState(scope, file.id, 'held', at);
  else await takeApart(scope, file.id, at);
  return [];
}

/** A file goes on with another connection that has the account it was made for; false where there is none. */
export async function giveToKeeper(
  scope: Scope,
  { id, connectionId, madeFor: account, isTrial }: OutboundFile,
): Promise<boolean> {
  if (account === null || isTrial) return false;
  const others = (await listConnections(scope)).filter((each) => each.id !== connectionId);
  const keeper = others.find(({ settings }) => isSameLogIn(account, settings));
  if (keeper) await handOverFile(scope, id, keeper.id);
  return keeper !== undefined;
}
