/** A person settles what we could not: whether a file of unknown fate arrived. */
import type { DecidedDelivery, DeliveryDecision } from '@claimside/shared/api';
import { recordAudit } from '../access/index.ts';
import {
  listClaimsOfFile,
  listOutboundFiles,
  type OutboundFile,
  setOutboundState,
} from '../store/outbound-files.ts';
import type { Scope } from '../store/store.ts';
import { type ExchangeContext, inTransaction, publishClaims, publishExchange } from './context.ts';
import { appendLearnt } from './facts.ts';

/** Stands for the device when a person decides at the server's own console. */
const CONSOLE = 'console';

/**
 * `arrived`: the person saw the file at the clearinghouse. `send-again`: it is not there; the same bytes leave under
 * the same name with the next round. It concerns every claim of the file. Undefined when no file of this name is in
 * doubt (any more): of two people who decide at once, the second gets that. `deviceId` null: at the server's console.
 */
export async function decideDelivery(
  context: Pick<ExchangeContext, 'store' | 'runtime' | 'news' | 'practiceId'>,
  fileName: string,
  decision: DeliveryDecision,
  deviceId: string | null,
): Promise<DecidedDelivery | undefined> {
  const { runtime } = context;
  const decided = await inTransaction(context, async (scope) => {
    const file = (await listOutboundFiles(scope, ['unknown'])).find((each) => each.name === fileName);
    if (!file) return undefined;
    const at = runtime.now();
    await setOutboundState(scope, file.id, decision === 'arrived' ? 'sent' : 'ready', at);
    await recordAudit(runtime, scope, deviceId, 'delivery-decided', file.id);
    const claimIds = await noteDecision(scope, file, decision, deviceId, at);
    return { claimIds, answer: { fileName, decision, claims: claimIds.length } };
  });
  if (!decided) return undefined;
  publishClaims(context, decided.claimIds);
  publishExchange(context);
  return decided.answer;
}

/** The fact for each claim of the file; gives the claims. */
async function noteDecision(
  scope: Scope,
  file: OutboundFile,
  decision: DeliveryDecision,
  deviceId: string | null,
  at: OutboundFile['createdAt'],
): Promise<string[]> {
  const [fact, dedupeKey] =
    decision === 'arrived'
      ? ([{ type: 'sent', outboundFileId: file.id, fileName: file.name }, `sent:${file.id}`] as const)
      : ([
          { type: 'sending-again', fileName: file.name, attempt: file.attempts },
          `sending-again:${file.id}:${file.attempts}`,
        ] as const);
  const claimIds = [...(await listClaimsOfFile(scope, file.id)).values()];
  const source = { kind: 'person', deviceId: deviceId ?? CONSOLE } as const;
  await appendLearnt(
    scope,
    source,
    at,
    claimIds.map((claimId) => ({ claimId, fact, dedupeKey })),
  );
  return claimIds;
}
