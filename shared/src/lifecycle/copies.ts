/** A claim that was sent again while nobody knew of the first one, which the payer has decided on after all. */
import type { Cents } from '../values/index.ts';
import { type Account, copiesBefore, correctionOf, followUpsOf, toSamePayer } from './account.ts';
import { areRefusal, decisionsIn, isOfDuplicate } from './denial.ts';
import type { ClaimEvent, ClaimPaymentFact } from './events.ts';
import { decides } from './payments.ts';
import { paymentId } from './refunds.ts';

/**
 * What was decided on earlier copies of the last claim: it is decided on this one, whose own answer is that it is a duplicate. While the
 * last one `isAwaited`, which may have been corrected before it was sent again, a refusal of an earlier one decides nothing yet.
 */
export function decidedOnCopies(
  charge: Cents,
  earlier: Account,
  own: readonly ClaimEvent[],
  isAwaited: () => boolean,
): readonly ClaimEvent[] {
  // Taken back before it was sent, it stands for no account.
  if (own.some(({ fact }) => fact.type === 'cancelled')) return [];
  const said = copiesBefore(earlier)
    .flat()
    .filter(({ fact }) => fact.type === 'payment' || fact.type === 'answer-taken-back');
  if (!said.some(({ fact }) => fact.type === 'payment' && decides(fact.payment))) return [];
  const decisions = decisionsIn(said, charge);
  const isRefused = decisions.length === 0 || areRefusal(decisions);
  return isRefused && isAwaited() ? [] : said;
}

/**
 * A replacement that its payer refuses as a duplicate alone (CARC 18), because it has decided anew on the claim before since it was asked
 * to: that decision is what came of it. One that was paid before, and stays so, says nothing of what it was to be changed to.
 */
export function isDecidedUnderFirst(charge: Cents, earlier: Account, own: readonly ClaimEvent[]): boolean {
  const before = toSamePayer(earlier).flat();
  if (correctionOf(before) !== 'replacement') return false;
  const answers = decisionsIn(own, charge);
  if (!areRefusal(answers) || !answers.every(isOfDuplicate)) return false;
  const asked = followUpsOf(before).findLast(({ how }) => how === 'replacement')?.at ?? '';
  const known = new Set(
    before.flatMap(({ at, fact }) => (fact.type === 'payment' && at <= asked ? paymentId(fact.payment) : [])),
  );
  const isAnew = (decision: ClaimPaymentFact) => !known.has(paymentId(decision)) && !areRefusal([decision]);
  return decisionsIn(before, charge).some(isAnew);
}
