/** What a person decides of a payment of which nothing was posted: it is set aside, taken up again, or posted all the same. */
import type { WayOut } from '@claimside/shared/api';
import { recordAudit } from '../access/index.ts';
import { furtherPaymentKey } from '../remittance/index.ts';
import type { StoredDecision } from '../store/decisions.ts';
import { findRemittance, type StoredRemittance } from '../store/remittances.ts';
import { concludeRemittance, listRemittancesOfPayment } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { inTransaction, publishClaims, publishExchange } from './context.ts';
import { type Held, readHeld, waysOut } from './held.ts';
import { settleFileOf, toldBefore } from './interpret/beside.ts';
import { joinWithout } from './interpret/join-waiting.ts';
import { postWhole } from './interpret/post-remittance.ts';
import { type ReadingTools, readAtOnce } from './read-at-once.ts';

export type RemittanceRefusal =
  | { readonly code: 'not-found' | 'remittance-decided-already' | 'remittance-waits-already' }
  /** `why` is a sentence for a person. */
  | { readonly code: 'remittance-not-postable'; readonly why: string };

interface By {
  readonly deviceId: string;
  /** In the person's words. */
  readonly reason: string;
}

/**
 * It is the same money as what was posted, or needs nobody. It can be taken up again, and posted. Where it was what did not belong to
 * the other parts of its check, those are posted.
 */
export async function setRemittanceAside(
  context: ReadingTools,
  id: string,
  by: By,
): Promise<'done' | RemittanceRefusal> {
  return decide(context, id, 'set-aside', 'remittance-decided-already', async (scope, stored) => {
    const { summary } = stored;
    const before = summary.decision?.kind === 'set-aside';
    const decision = { ...decisionOf(context, 'set-aside', by), ...(before && { isForGood: true as const }) };
    await concludeRemittance(scope, id, { state: 'set-aside', reason: summary.reason }, decision);
    await recordAudit(context.runtime, scope, by.deviceId, 'remittance-set-aside', id);
    return { changed: [], reason: null, brought: await joinWithout(scope, stored, context.runtime) };
  });
}

/** It waits for a person again, whatever would post it by now. */
export async function reopenRemittance(
  context: ReadingTools,
  id: string,
  deviceId: string,
): Promise<'done' | RemittanceRefusal> {
  return decide(
    context,
    id,
    'reopen',
    'remittance-waits-already',
    async (scope, stored, { told, obstacle }) => {
      const { state, reason } =
        obstacle ?? (told && (await toldBefore(scope, told.remittance))) ?? NOTHING_LEFT;
      const by = { deviceId, reason: stored.summary.decision?.reason ?? '' };
      await concludeRemittance(scope, id, { state, reason }, decisionOf(context, 'reopened', by));
      await recordAudit(context.runtime, scope, deviceId, 'remittance-reopened', id);
      return { changed: [], reason };
    },
  );
}

const NOTHING_LEFT = {
  state: 'needs-person',
  reason: 'It was taken up again, and nothing is in its way any more. Nothing was posted.',
} as const;

/** It is right, or another payment: its money stands under a key of its own, where one that was posted has the same. */
export async function postAllTheSame(
  context: ReadingTools,
  id: string,
  by: By,
): Promise<'done' | RemittanceRefusal> {
  const { runtime } = context;
  return decide(
    context,
    id,
    'post-all-the-same',
    'remittance-decided-already',
    async (scope, stored, { told }) => {
      if (!told) return { code: 'not-found' };
      const { file, remittance } = told;
      const key = await keyFor(scope, stored, remittance.paymentAmount);
      const outcome = await postWhole(scope, file, runtime, remittance, key);
      if (!('changed' in outcome)) return { code: 'remittance-not-postable', why: outcome.reason };
      const { state, reason, changed } = outcome;
      const posted = { state, reason, paymentKey: key, posted: true };
      await concludeRemittance(scope, id, posted, decisionOf(context, 'posted', by));
      await recordAudit(runtime, scope, by.deviceId, 'remittance-posted-all-the-same', id);
      return { changed, reason };
    },
  );
}

const decisionOf = (
  { runtime }: ReadingTools,
  kind: StoredDecision['kind'],
  { deviceId, reason }: By,
): StoredDecision => ({ kind, at: runtime.now(), reason, deviceId });

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
  /** Files to be read because of it. */
  readonly brought?: readonly string[];
}

/** Goes one of the ways that a person was told of; `gone`: where it is none any more. Of two who decide at once the second changes nothing. */
async function decide(
  context: ReadingTools,
  id: string,
  way: WayOut['way'],
  gone: 'remittance-decided-already' | 'remittance-waits-already',
  work: (scope: Scope, stored: StoredRemittance, held: Held) => Promise<Decided | RemittanceRefusal>,
): Promise<'done' | RemittanceRefusal> {
  const outcome = await inTransaction(context, async (scope) => {
    const stored = await findRemittance(scope, id);
    if (!stored) return { code: 'not-found' } as const;
    if (stored.posted) return { code: 'remittance-decided-already' } as const;
    const held = await readHeld(scope, stored);
    const open = waysOut(stored, held.obstacle).find((each) => each.way === way);
    if (!open) return { code: gone };
    if (open.closed !== null) return { code: 'remittance-not-postable', why: open.closed } as const;
    const decided = await work(scope, stored, held);
    if (!('code' in decided)) await settleFileOf(scope, stored, decided.reason);
    return decided;
  });
  if ('code' in outcome) return outcome;
  for (const fileId of outcome.brought ?? []) await readAtOnce(context, fileId);
  publishClaims(context, outcome.changed);
  publishExchange(context);
  context.news.publish(context.practiceId, { type: 'remittance-added' });
  return 'done';
}
