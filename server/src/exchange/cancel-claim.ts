/** Takes a billed claim back until the upload of its file begins: it leaves the queue and is closed, both or neither. */
import { recordAudit } from '../access/index.ts';
import { appendFacts } from '../store/claim-events.ts';
import { findClaim, setFollowedBy } from '../store/claims.ts';
import { findFileOfClaim } from '../store/outbound-files.ts';
import { takeApart } from '../store/outbound-states.ts';
import { withdrawFromOutbox } from '../store/outbox.ts';
import { type ExchangeContext, inTransaction, publishClaims } from './context.ts';

/**
 * Closes the claim, so that its visit can be billed again. Asked once more, it is still cancelled. A file of which nothing has
 * left is taken apart, and its other claims leave in the next one. Of a cancellation and an upload exactly one wins:
 * `claim-left-already` says that it was the upload. `claim-does-not-wait`: it is on
 * its way in no file either, as it was withheld.
 */
export async function cancelClaim(
  context: Pick<ExchangeContext, 'store' | 'runtime' | 'news' | 'practiceId'>,
  claimId: string,
  deviceId: string,
): Promise<'cancelled' | 'not-found' | 'claim-left-already' | 'claim-does-not-wait'> {
  const { runtime } = context;
  const changed = [claimId];
  const outcome = await inTransaction(context, async (scope) => {
    const claim = await findClaim(scope, claimId);
    if (!claim) return 'not-found';
    if (claim.summary.status === 'closed') return 'cancelled';
    const file = await findFileOfClaim(scope, claimId);
    if (file) await takeApart(scope, file.id, runtime.now());
    if (!(await withdrawFromOutbox(scope, claimId))) {
      return file && file.state !== 'held' ? 'claim-left-already' : 'claim-does-not-wait';
    }
    await appendFacts(scope, claimId, [
      {
        at: runtime.now(),
        source: { kind: 'person', deviceId },
        fact: { type: 'cancelled' },
        dedupeKey: 'cancelled',
      },
    ]);
    if (claim.follows !== null) {
      await setFollowedBy(scope, claim.follows, null);
      await appendFacts(scope, claim.follows, [
        {
          at: runtime.now(),
          source: { kind: 'person', deviceId },
          fact: { type: 'follow-up-cancelled', claimId },
          dedupeKey: `follow-up-cancelled:${claimId}`,
        },
      ]);
      changed.push(claim.follows);
    }
    await recordAudit(runtime, scope, deviceId, 'claim-cancelled', claimId);
    return 'cancelled';
  });
  if (outcome === 'cancelled') publishClaims(context, changed);
  return outcome;
}
