/** A file and a remittance say how many of their parts wait for a person, and the ledger holds the money of those. */
import type { UtcInstant } from '@claimside/shared/values';
import { findWaitingReason, settleInbound, setWaitingReason } from '../store/inbound-files.ts';
import { listPostedInFile, setRemittanceReason } from '../store/remittances-write.ts';
import type { Scope } from '../store/store.ts';
import { countWaitingAnswers, type StoredUnmatchedAnswer } from '../store/unmatched-answers.ts';
import { settleUnmatched } from './unmatched.ts';
import { reasonWithWaiting } from './unmatched-words.ts';

/**
 * Of which nothing waits any more they need nobody; of which something waits again they need a person again. Call in the transaction
 * that decides on the answer, after it.
 */
export async function reflectDecision(
  scope: Scope,
  answer: Pick<StoredUnmatchedAnswer, 'inboundFileId' | 'fileName' | 'paymentKey'>,
  at: UtcInstant,
): Promise<void> {
  const { inboundFileId, fileName, paymentKey } = answer;
  const inFile = await countWaitingAnswers(scope, { inboundFileId });
  const before = await findWaitingReason(scope, inboundFileId);
  const after = reasonWithWaiting(before, inFile);
  if (after === null && before !== null) await settleInbound(scope, inboundFileId);
  else if (after !== null && after !== before) await setWaitingReason(scope, inboundFileId, after);
  if (paymentKey === null) return;
  const source = { kind: 'inbound-file', fileId: inboundFileId, fileName } as const;
  await settleUnmatched(scope, paymentKey, { at, source });
  const inPayment = await countWaitingAnswers(scope, { inboundFileId, paymentKey });
  for (const { id, reason } of await listPostedInFile(scope, inboundFileId, paymentKey))
    await setRemittanceReason(scope, id, reasonWithWaiting(reason, inPayment));
}
