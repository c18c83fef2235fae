/** Money of a payment that a person has seen at the bank, and what of it is still missing. */
import type { DepositState } from '@claimside/shared/api';
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import { appendToJournal, type Cause, type Deposited, depositsOf } from '../store/journal.ts';
import type { Scope } from '../store/store.ts';
import { ACCOUNTS } from './accounts.ts';

/**
 * Moves the money from `remittance` to `bank`; what differs stays where it was. `amount` is all that has arrived of the payment:
 * said again it changes nothing, another amount or day corrects it. Call inside a transaction of the store.
 */
export async function recordDeposit(
  scope: Scope,
  paymentKey: string,
  { receivedOn, amount }: { readonly receivedOn: IsoDate; readonly amount: Cents },
  cause: Omit<Cause, 'kind'>,
): Promise<void> {
  const before = (await depositsOf(scope, [paymentKey])).get(paymentKey);
  if (before?.amount === amount && before.receivedOn === receivedOn) return;
  const about = { account: ACCOUNTS.bank, paymentKey };
  await appendToJournal(
    scope,
    { ...cause, kind: 'deposit' },
    `deposit:${paymentKey}:${(before?.entries ?? 0) + 1}`,
    [
      {
        ...about,
        amount: cents(0 - (before?.amount ?? 0)),
        ...(before?.receivedOn && { reference: before.receivedOn }),
      },
      { ...about, amount, reference: receivedOn },
      { account: ACCOUNTS.remittance, paymentKey, amount: cents((before?.amount ?? 0) - amount) },
    ],
  );
}

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
