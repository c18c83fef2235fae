/** What a payer takes back under the number of a replacement, and had paid on the claim that it replaces. */
import { type Account, toSamePayer } from './account.ts';
import type { ClaimEvent } from './events.ts';
import { distinctPayments } from './payments.ts';
import { paymentId } from './refunds.ts';
import { takenBackBy } from './reversals.ts';

/**
 * Payments on earlier claims to the same insurance that a reversal among `own` takes back: with them it is known which payment it means,
 * and that a new one of the same amount stands.
 */
export function takenBackHere(earlier: Account, own: readonly ClaimEvent[]): readonly ClaimEvent[] {
  const account = [...earlier, own];
  const before = toSamePayer(earlier).flat();
  const isOwn = new Set(distinctPayments(own).map(paymentId));
  const taken = new Set(
    [...takenBackBy(account.flat())].flatMap(([payment, by]) =>
      isOwn.has(paymentId(by)) && !isOwn.has(paymentId(payment)) ? paymentId(payment) : [],
    ),
  );
  if (taken.size === 0) return [];
  return before.filter(
    ({ fact }) =>
      fact.type === 'answer-taken-back' || (fact.type === 'payment' && taken.has(paymentId(fact.payment))),
  );
}
