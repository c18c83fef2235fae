/** A claim that was sent again while nobody knew of the first one, which the payer has decided on after all. */
import type { Cents } from '../values/index.ts';
import { type Account, copiesBefore } from './account.ts';
import { areRefusal, decisionsIn } from './denial.ts';
import type { ClaimEvent } from './events.ts';
import { decides } from './payments.ts';

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
