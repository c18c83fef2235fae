/** A person settles what we could not: whether a file of unknown fate arrived. */
import type { DecidedDelivery, DeliveryDecision } from '@claimside/shared/api';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import { recordAudit } from '../access/index.ts';
import {
  listClaimsOfFile,
  listOutboundFiles,
  type OutboundFile,
  type OutboundState,
} from '../store/outbound-files.ts';
import { setOutboundState } from '../store/outbound-states.ts';
import type { Scope } from '../store/store.ts';
import { type ExchangeContext, inTransaction, publishClaims, publishExchange } from './context.ts';
import { appendLearnt, type LearntFact } from './facts.ts';

const STATE: Readonly<Record<DeliveryDecision, OutboundState>> = {
  arrived: 'sent',
  'send-again': 'ready',
  refused: 'rejected',
};

/** Stands for the device when a person decides at the server's own console. */
const CONSOLE = 'console';

/**
 * `arrived`: the person saw the file at the clearinghouse. `send-again`: it is not there; the same bytes leave under
 * the same name with the next round. `refused`: it is there, and was refused; its claims are corrected and billed anew. It concerns every claim of the file. Undefined when no file of this name is in
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
    await setOutboundState(scope, file.id, STATE[decision], at);
    await recordAudit(runtime, scope, deviceId, 'delivery-decided', file.id);
    const claimIds = await noteDecision(scope, file, decision, deviceId, at);
    return { claimIds, answer: { fileName, decision, claims: claimIds.length } };
  });
  if (!decided) return undefined;
  publishClaims(context, decided.claimIds);
  publishExchange(context);
  return decided.answer;
}

/** The facts for each claim of the file; gives the claims. */
async function noteDecision(
  scope: Scope,
  file: OutboundFile,
  decision: DeliveryDecision,
  deviceId: string | null,
  at: OutboundFile['createdAt'],
): Promise<string[]> {
  const claimIds = [...(await listClaimsOfFile(scope, file.id)).values()];
  const source = { kind: 'person', deviceId: deviceId ?? CONSOLE } as const;
  const learnt = claimIds.flatMap((claimId): LearntFact[] =>
    factsOf(decision, file).map(([dedupeKey, fact]) => ({ claimId, fact, dedupeKey })),
  );
  await appendLearnt(scope, source, at, learnt);
  return claimIds;
}

function factsOf(
  decision: DeliveryDecision,
  { id, name, attempts, refusals }: OutboundFile,
): [key: string, fact: ClaimFact][] {
  switch (decision) {
    case 'arrived': {
      const sent: ClaimFact = { type: 'sent', outboundFileId: id, fileName: name };
      const taken: ClaimFact = { type: 'copy-taken', fileName: name, refusals };
      const found: [string, ClaimFact] = [`copy-taken:${id}:${refusals}`, taken];
      return [[`sent:${id}`, sent], ...(refusals === 0 ? [] : [found])];
    }
    case 'send-again':
      return [
        [
          `sending-again:${id}:${attempts}`,
          { type: 'sending-again', fileName: name, attempt: attempts, refusals },
        ],
      ];
    case 'refused':
      return [[`file-rejected:${id}:person`, { type: 'file-rejected', codes: [], message: SEEN_REFUSED }]];
  }
}

const SEEN_REFUSED = 'A person saw at the clearinghouse that the whole file was refused.';
