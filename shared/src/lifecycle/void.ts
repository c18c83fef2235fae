/** Whether the payer has done what a void asked for: it took back what it had decided, under the void's number or the first claim's. */
import type { Cents, UtcInstant } from '../values/index.ts';
import { countingPayments } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import { isReversal } from './payments.ts';
import { standingEvents } from './standing.ts';

/** `earlier`: events of the claims that the void (or one sent again for it) follows; `own`: those of the last one. */
export function isCarriedOut(
  charge: Cents,
  earlier: readonly ClaimEvent[],
  own: readonly ClaimEvent[],
): boolean {
  const asked = earlier.reduce<UtcInstant | ''>(
    (last, { at, fact }) => (fact.type === 'followed' && fact.how === 'void' && at > last ? at : last),
    '',
  );
  // What was taken back before the void was sent usually comes corrected, and says nothing of the void.
  const isReversedSince = standingEvents([...earlier, ...own]).some(
    (event) =>
      event.fact.type === 'payment' &&
      isReversal(event.fact.payment) &&
      (event.at >= asked || own.includes(event)),
  );
  if (!isReversedSince) return false;
  const left = countingPayments([...earlier, ...own], charge);
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const shares = left.flatMap(({ adjustments }) =>
    adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])),
  );
  return sum(left.map(({ paid }) => paid)) === 0 && sum(shares) === 0;
}
