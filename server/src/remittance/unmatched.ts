/** Money of a payment for claims that nobody has found yet: it waits on an account of its own, and leaves with its part. */
import { cents } from '@claimside/shared/values';
import { appendToJournal, type Cause, standingOn } from '../store/journal.ts';
import { ACCOUNTS } from '../store/ledger-accounts.ts';
import type { Scope } from '../store/store.ts';
import { unmatchedMoney } from '../store/unmatched-money.ts';

/**
 * Makes `unmatched` what the payment's parts without a claim add up to. To be called in the transaction in which parts come to
 * wait, or one is given to its claim, whose own entries take its place; called again it changes nothing.
 */
export async function settleUnmatched(
  scope: Scope,
  paymentKey: string,
  cause: Omit<Cause, 'kind'>,
): Promise<void> {
  const stands = await standingOn(scope, ACCOUNTS.unmatched, paymentKey);
  // In credit.
  const change = cents((await unmatchedMoney(scope, paymentKey)) + stands.amount);
  const kind = change > 0 ? 'unmatched-payment' : 'match';
  await appendToJournal(scope, { ...cause, kind }, `unmatched:${paymentKey}:${stands.entries + 1}`, [
    { account: ACCOUNTS.remittance, amount: change, paymentKey },
    { account: ACCOUNTS.unmatched, amount: cents(0 - change), paymentKey },
  ]);
}
