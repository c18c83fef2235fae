/** A person settles what we could not: whether a file of unknown fate arrived. */
import type { DecidedDelivery, DeliveryDecision } from '@claimside/shared/api';
import type { ClaimFact } from '@claimside/shared/lifecycle';
import type { UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { isForAnother, type MadeFor, madeFor, placeOf } from '../clearinghouse/index.ts';
import { findConnection } from '../store/connections.ts';
import {
  listClaimsOfFile,
  listOutboundFiles,
  type OutboundFile,
  type OutboundState,
} from '../store/outbound-files.ts';
import { giveBack, setOutboundState } from '../store/outbound-states.ts';
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
 * the same name with the next round, or, where the account is another one since, its claims go in a new file. `refused`: it is there, and was refused; its claims are corrected and billed anew. It concerns every claim of the file. Undefined when no file of this name is in
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
    const claimIds = [...(await listClaimsOfFile(scope, file.id)).values()];
    const former = decision === 'send-again' ? await formerAccount(scope, file) : undefined;
    // What never arrived there is not sent here: its claims go in a new file.
    if (former) await giveBack(scope, file.id);
    await setOutboundState(scope, file.id, former ? endOf(file) : STATE[decision], at);
    await recordAudit(runtime, scope, deviceId, 'delivery-decided', file.id);
    await noteDecision(scope, claimIds, factsOf(decision, file, former), deviceId, at);
    return { claimIds, answer: { fileName, decision, claims: claimIds.length } };
  });
  if (!decided) return undefined;
  publishClaims(context, decided.claimIds);
  publishExchange(context);
  return decided.answer;
}

/** The account that the file was made for, where its connection has another one now. */
async function formerAccount(scope: Scope, file: OutboundFile): Promise<MadeFor | undefined> {
  const connection = await findConnection(scope, file.connectionId);
  if (!connection || !file.madeFor) return undefined;
  return isForAnother(file.madeFor, madeFor(connection.settings)) ? file.madeFor : undefined;
}

/** A trial's claims go nowhere else. */
const endOf = ({ isTrial }: OutboundFile): OutboundState => (isTrial ? 'held' : 'taken-apart');

async function noteDecision(
  scope: Scope,
  claimIds: readonly string[],
  facts: readonly (readonly [key: string, fact: ClaimFact])[],
  deviceId: string | null,
  at: UtcInstant,
): Promise<void> {
  const source = { kind: 'person', deviceId: deviceId ?? CONSOLE } as const;
  const learnt = claimIds.flatMap((claimId): LearntFact[] =>
    facts.map(([dedupeKey, fact]) => ({ claimId, fact, dedupeKey })),
  );
  await appendLearnt(scope, source, at, learnt);
}

function factsOf(
  decision: DeliveryDecision,
  { id, name, attempts, refusals }: OutboundFile,
  former: MadeFor | undefined,
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
          {
            type: 'sending-again',
            fileName: name,
            attempt: attempts,
            refusals,
            ...(former && { madeFor: placeOf(former) }),
          },
        ],
      ];
    case 'refused':
      return [[`file-rejected:${id}:person`, { type: 'file-rejected', codes: [], message: SEEN_REFUSED }]];
  }
}

const SEEN_REFUSED = 'A person saw at the clearinghouse that the whole file was refused.';
