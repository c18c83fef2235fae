/** Whether the payer has done what a void asked for: it took back what it had decided, under the void's number or the first claim's. */
import type { Cents, UtcInstant } from '../values/index.ts';
import { type Account, isVoid, isWithNextPayer, toSamePayer } from './account.ts';
import { countingPayments, decisionsIn } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import { foldMoney } from './money.ts';
import { isReversal } from './payments.ts';
import { standingEvents } from './standing.ts';

/** `earlier`: events of the claims that the void (or one sent again for it) follows; `own`: those of the last one. */
export function isCarriedOut(
  charge: Cents,
  earlier: readonly ClaimEvent[],
  own: readonly ClaimEvent[],
): boolean {
  if (!isReversedSince(earlier, own)) return false;
  const left = countingPayments([...earlier, ...own], charge);
  const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
  const shares = left.flatMap(({ adjustments }) =>
    adjustments.flatMap(({ group, amount }) => (group === 'PR' ? amount : [])),
  );
  return sum(left.map(({ paid }) => paid)) === 0 && sum(shares) === 0;
}

/** One that was billed after another was asked to cancel its claim, and has: under either number. */
export function isNextCancelled(charge: Cents, earlier: Account, own: readonly ClaimEvent[]): boolean {
  const before = earlier.flat();
  return isVoid(before) && isWithNextPayer(before) && isCarriedOut(charge, toSamePayer(earlier).flat(), own);
}

/**
 * What a void leaves to stand of what was said of the claims before. All, where only the next insurance's claim was cancelled, or where a
 * payer that had paid too much has taken back what was double, and a decision is left. Else nothing.
 */
export function leftByVoid(
  charge: Cents,
  account: Account,
  own: readonly ClaimEvent[],
): readonly ClaimEvent[] {
  const earlier = account.flat();
  const isLeft = isNextCancelled(charge, account, own) || isDoubleTakenBack(charge, earlier, own);
  return isLeft
    ? earlier.filter(({ fact }) => fact.type === 'payment' || fact.type === 'answer-taken-back')
    : [];
}

function isDoubleTakenBack(
  charge: Cents,
  earlier: readonly ClaimEvent[],
  own: readonly ClaimEvent[],
): boolean {
  const asked = askedAt(earlier);
  const all = [...earlier, ...own];
  const before = earlier.filter(({ at }) => at <= asked);
  if (!isReversedSince(earlier, own) || foldMoney(charge, before).open >= 0) return false;
  return decisionsIn(all, charge).length > 0 && foldMoney(charge, all).open >= 0;
}

const askedAt = (earlier: readonly ClaimEvent[]): UtcInstant | '' =>
  earlier.reduce<UtcInstant | ''>(
    (last, { at, fact }) => (fact.type === 'followed' && fact.how === 'void' && at > last ? at : last),
    '',
  );

/** What was taken back before the void was sent usually comes corrected, and says nothing of the void. */
function isReversedSince(earlier: readonly ClaimEvent[], own: readonly ClaimEvent[]): boolean {
  const asked = askedAt(earlier);
  return standingEvents([...earlier, ...own]).some(
    (event) =>
      event.fact.type === 'payment' &&
      isReversal(event.fact.payment) &&
      (event.at >= asked || own.includes(event)),
  );
}
