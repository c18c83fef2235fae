/** What a person decides of a remittance that may be the money of one that was posted: it is the same, or it is posted all the same. */
import type { RemittanceDecision } from '@claimside/shared/api';
import { recordAudit } from '../access/index.ts';
import { furtherPaymentKey, remittanceIn } from '../remittance/index.ts';
import { findInboundFile, settleInbound, setWaitingReason } from '../store/inbound-files.ts';
import { findRemittance, type StoredRemittance } from '../store/remittances.ts';
import { decideRemittance, hasWaitingInFile, listRemittancesOfPayment } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { readRemittance } from '../transactions/remittance-835/index.ts';
import { inTransaction, publishClaims, publishExchange, type ReadingContext } from './context.ts';
import { obstacleTo } from './interpret/obstacles.ts';
import { postWhole } from './interpret/post-remittance.ts';

type Deciding = Pick<ReadingContext, 'store' | 'runtime' | 'news' | 'practiceId'>;

export type RemittanceRefusal =
  | { readonly code: 'not-found' | 'remittance-decided-already' }
  /** `why` is a sentence for a person. */
  | { readonly code: 'remittance-not-postable'; readonly why: string };

interface By {
  readonly deviceId: string;
  /** In the person's words. */
  readonly reason: string;
}

/** It is the same money as what was posted, or needs nobody. A person can still post it later. */
export async function setRemittanceAside(
  context: Deciding,
  id: string,
  by: By,
): Promise<'done' | RemittanceRefusal> {
  return decide(context, id, async (scope, stored) => {
    if (stored.summary.state === 'set-aside') return { code: 'remittance-decided-already' };
    const before = stored.decision?.kind === 'set-aside';
    const decision = { ...decisionOf(context, 'set-aside', by), ...(before && { isForGood: true as const }) };
    await decideRemittance(scope, id, decision, { state: 'set-aside', reason: null });
    await recordAudit(context.runtime, scope, by.deviceId, 'remittance-set-aside', id);
    return { changed: [], reason: null };
  });
}

/** It is another payment: its money stands under a key of its own, where the one that was posted has the same. */
export async function postAllTheSame(
  context: Deciding,
  id: string,
  by: By,
): Promise<'done' | RemittanceRefusal> {
  const { runtime } = context;
  return decide(context, id, async (scope, stored) => {
    const file = await findInboundFile(scope, stored.fileId);
    const remittance = file && remittanceIn(file.bytes, stored);
    if (!remittance) return { code: 'not-found' };
    const obstacle = await obstacleTo(scope, file, readRemittance(file.bytes), remittance);
    if (obstacle && !obstacle.mayBeOverruled)
      return { code: 'remittance-not-postable', why: obstacle.reason };
    const key = await keyFor(scope, stored, remittance.paymentAmount);
    const outcome = await postWhole(scope, file, runtime, remittance, key);
    if (!('changed' in outcome)) return { code: 'remittance-not-postable', why: outcome.reason };
    const { state, reason, changed } = outcome;
    const decision = decisionOf(context, 'posted', by);
    await decideRemittance(scope, id, decision, { state, reason, paymentKey: key, posted: true });
    await recordAudit(runtime, scope, by.deviceId, 'remittance-posted-all-the-same', id);
    return { changed, reason };
  });
}

const decisionOf = (
  { runtime }: Deciding,
  kind: RemittanceDecision['kind'],
  { deviceId, reason }: By,
): RemittanceDecision => ({ kind, at: runtime.now(), reason, deviceId });

/** Without money several may share one. */
async function keyFor(scope: Scope, { paymentKey }: StoredRemittance, amount: number): Promise<string> {
  const posted = (await listRemittancesOfPayment(scope, paymentKey)).filter((each) => each.posted);
  return posted.length === 0 || amount === 0 ? paymentKey : furtherPaymentKey(paymentKey, posted.length + 1);
}

interface Decided {
  /** Claims for which something is new. */
  readonly changed: readonly string[];
  /** Why a person is needed all the same. */
  readonly reason: string | null;
}

/** Of two who decide at once the second is refused, and changes nothing. */
async function decide(
  context: Deciding,
  id: string,
  work: (scope: Scope, stored: StoredRemittance) => Promise<Decided | RemittanceRefusal>,
): Promise<'done' | RemittanceRefusal> {
  const outcome = await inTransaction(context, async (scope) => {
    const stored = await findRemittance(scope, id);
    if (!stored) return { code: 'not-found' } as const;
    if (stored.posted) return { code: 'remittance-decided-already' } as const;
    const decided = await work(scope, stored);
    if ('code' in decided) return decided;
    if (decided.reason !== null) await setWaitingReason(scope, stored.fileId, decided.reason);
    else if (!(await hasWaitingInFile(scope, stored.fileId))) await settleInbound(scope, stored.fileId);
    return decided;
  });
  if ('code' in outcome) return outcome;
  publishClaims(context, outcome.changed);
  publishExchange(context);
  context.news.publish(context.practiceId, { type: 'remittance-added' });
  return 'done';
}
