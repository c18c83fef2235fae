/** Files that were made for another account than their connection has now: none of them goes to this one, or is looked for there. */
import { isForAnother, madeFor, placeOf } from '../clearinghouse/index.ts';
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
 * account; of one whose upload began somebody has to find out at the former one.
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
  if (file.attempts > 0) return doubtFile(scope, file, at, file.madeFor ? placeOf(file.madeFor) : undefined);
  if (file.isTrial) await setOutboundState(scope, file.id, 'held', at);
  else await takeApart(scope, file.id, at);
  return [];
}
