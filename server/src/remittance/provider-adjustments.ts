/** PLB in the ledger: each item once, under its reason, its reference and the payment that it changed. */
import { cents } from '@claimside/shared/values';
import { appendToJournal, type Cause, isInJournal } from '../store/journal.ts';
import { ACCOUNTS, providerAdjustmentAccount } from '../store/ledger-accounts.ts';
import type { Scope } from '../store/store.ts';
import type { ProviderAdjustment, Remittance } from '../transactions/remittance-835/index.ts';
import { hash, occurrencesOf } from './payment-key.ts';

interface Item {
  readonly adjustment: ProviderAdjustment;
  readonly dedupeKey: string;
}

/** Equal items of one remittance count each. */
function itemsOf(remittance: Remittance, key: string): Item[] {
  return occurrencesOf(remittance.providerAdjustments).map(({ item: adjustment, occurrence }) => ({
    adjustment,
    dedupeKey: `provider-adjustment:${key}:${hash({ adjustment, occurrence })}`,
  }));
}

/** A positive amount lowers the payment, which stands under `key`. Call inside a transaction of the store. */
export async function postProviderAdjustments(
  scope: Scope,
  remittance: Remittance,
  key: string,
  cause: Omit<Cause, 'kind'>,
): Promise<void> {
  for (const { adjustment, dedupeKey } of itemsOf(remittance, key)) {
    const { reason, reference, amount } = adjustment;
    const about = { paymentKey: key, ...(reference !== undefined && { reference }) };
    await appendToJournal(scope, { ...cause, kind: 'provider-adjustment' }, dedupeKey, [
      { account: providerAdjustmentAccount(reason), amount, ...about },
      { account: ACCOUNTS.remittance, amount: cents(0 - amount), ...about },
    ]);
  }
}

/** Whether the ledger has every item of it. */
export async function areAdjustmentsPosted(
  scope: Scope,
  remittance: Remittance,
  key: string,
): Promise<boolean> {
  for (const { adjustment, dedupeKey } of itemsOf(remittance, key))
    if (adjustment.amount !== 0 && !(await isInJournal(scope, dedupeKey))) return false;
  return true;
}
