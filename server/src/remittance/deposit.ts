/** Money of a payment that a person has seen at the bank. */
import { type Cents, cents, type IsoDate } from '@claimside/shared/values';
import { appendToJournal, type Cause, depositsOf } from '../store/journal.ts';
import { ACCOUNTS } from '../store/ledger-accounts.ts';
import type { Scope } from '../store/store.ts';

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
