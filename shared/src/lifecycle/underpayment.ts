/** What a payer allowed less than its contract says, and a person lets stand: what the patient owes is no part of it, and goes on. */
import { type Cents, cents } from '../values/index.ts';
import type { Account } from './account.ts';
import { countingAccount } from './instead.ts';
import { standingEvents } from './standing.ts';

/** Why it is let stand. */
export const UNDERPAYMENT_REASONS = ['contract-old', 'payment-rule', 'asked', 'too-little', 'other'] as const;
export type UnderpaymentReason = (typeof UNDERPAYMENT_REASONS)[number];

/** Of the account: up to how much less, as long as nobody took that back. */
export function acceptedUnderpayment(account: Account): Cents {
  const amounts = countingAccount(account)
    .flatMap(standingEvents)
    .flatMap(({ fact }) => (fact.type === 'underpayment-accepted' ? fact.amount : []));
  return cents(Math.max(0, ...amounts));
}
