/** A person settles what we could not: whether a file of unknown fate arrived. */
import { err, ok, type Result } from '@claimside/shared/values';
import { listClaimsOfFile, listOutboundFiles, setOutboundState } from '../store/outbound-files.ts';
import { type ExchangeContext, inTransaction, publishClaims, publishExchange } from './context.ts';
import { appendLearnt } from './facts.ts';

/**
 * `arrived`: the person saw the file at the clearinghouse. `send-again`: it is not there; the same bytes leave under
 * the same name with the next round. Only for files whose fate is unknown; the error is a sentence for the person.
 */
export async function decideDelivery(
  context: Pick<ExchangeContext, 'store' | 'runtime' | 'news' | 'practiceId'>,
  fileName: string,
  decision: 'arrived' | 'send-again',
  deviceId: string,
): Promise<Result<void, string>> {
  const at = context.runtime.now();
  const changed = await inTransaction(context, async (scope) => {
    const unknown = await listOutboundFiles(scope, ['unknown']);
    const file = unknown.find((each) => each.name === fileName);
    if (!file) return undefined;
    await setOutboundState(scope, file.id, decision === 'arrived' ? 'sent' : 'ready', at);
    if (decision === 'send-again') return [];
    const claims = await listClaimsOfFile(scope, file.id);
    const fact = { type: 'sent', outboundFileId: file.id, fileName: file.name } as const;
    return appendLearnt(
      scope,
      { kind: 'person', deviceId },
      at,
      [...claims.values()].map((claimId) => ({ claimId, fact, dedupeKey: `sent:${file.id}` })),
    );
  });
  if (changed === undefined) return err('No file of this name waits for a decision.');
  publishClaims(context, changed);
  publishExchange(context);
  return ok(undefined);
}
