/** Whether a claim has by the same check number what a person is about to give it: then it would be paid twice. */
import { cents, formatMoney } from '@claimside/shared/values';
import { findRemittance, paymentsByKey } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import type { StoredUnmatchedAnswer } from '../store/unmatched-answers.ts';
import { isSameDecision, isSameMoney } from './same-decision.ts';
import { saidUnder } from './same-number.ts';

/** A sentence for a person, or undefined. What a person said to be another payment is one. */
export async function whyToldAlready(
  scope: Scope,
  { fact, paymentKey }: Pick<StoredUnmatchedAnswer, 'fact' | 'paymentKey'>,
  claimId: string,
): Promise<string | undefined> {
  if (fact.type !== 'payment' || paymentKey === null) return undefined;
  const { payment } = fact;
  const same = (await saidUnder(scope, claimId, payment.checkNumber)).find(
    (each) => each.paymentKey !== paymentKey && isSameDecision(each, payment) && isSameMoney(each, payment),
  );
  if (!same || (await isSaidToBeAnother(scope, [paymentKey, same.paymentKey]))) return undefined;
  return `Check ${same.checkNumber} of ${same.paymentDate} has told this claim the same already: ${formatMoney(cents(same.paid))} paid. Set this answer aside, or give it to the claim that it is about.`;
}

async function isSaidToBeAnother(scope: Scope, keys: readonly string[]): Promise<boolean> {
  for (const { remittanceId } of (await paymentsByKey(scope, keys)).values()) {
    const stored = remittanceId === null ? undefined : await findRemittance(scope, remittanceId);
    if (stored?.summary.decision?.kind === 'posted') return true;
  }
  return false;
}
