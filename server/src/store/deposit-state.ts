/** Whether the money of a payment was seen at the bank, and what of it is still missing. */
import type { DepositState } from '@claimside/shared/api';
import { type Cents, cents } from '@claimside/shared/values';
import type { Deposited } from './journal.ts';

/** Of a payment of which so much was announced. */
export function depositState(announced: Cents, deposited: Deposited | undefined): DepositState {
  const amount = deposited?.amount ?? cents(0);
  const missing = cents(announced - amount);
  return {
    state: missing === 0 ? (amount === 0 ? 'nothing-due' : 'arrived') : amount === 0 ? 'awaited' : 'differs',
    amount,
    receivedOn: deposited?.receivedOn ?? null,
    missing,
  };
}
