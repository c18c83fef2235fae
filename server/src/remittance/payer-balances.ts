/** The PLB ledger: what each payer took back, put off, carried forward or paid beside claims, by reason and reference. */
import type { PayerBalance } from '@claimside/shared/api';
import { entriesUnder } from '../store/journal.ts';
import { PROVIDER_ADJUSTMENT, providerAdjustmentReason } from '../store/ledger-accounts.ts';
import { type PaymentName, paymentsByKey } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import { claimsNamedIn } from './named-claims.ts';
import { TYPED_TRACE } from './typed-payment.ts';

type Balance = Omit<PayerBalance, 'claimId' | 'entries'> & { entries: PayerBalance['entries'] };

/** What is not settled first, then by payer; within each the newest payment first. */
export async function payerBalances(scope: Scope): Promise<PayerBalance[]> {
  const entries = await entriesUnder(scope, PROVIDER_ADJUSTMENT);
  const payments = await paymentsByKey(
    scope,
    entries.map(({ paymentKey }) => paymentKey),
  );
  const balances = new Map<string, Balance>();
  for (const { account, amount, paymentKey, reference } of entries) {
    const payment = payments.get(paymentKey) ?? UNKNOWN;
    const payerId = payerOf(paymentKey);
    const reason = providerAdjustmentReason(account) ?? '';
    // Payments from paper share one.
    const payer = payerId === TYPED_TRACE ? [payerId, payment.payerName.toUpperCase()] : [payerId];
    const key = JSON.stringify([...payer, reason, reference]);
    const before = balances.get(key);
    balances.set(key, {
      payerId,
      payerName: payment.payerName || (before?.payerName ?? ''),
      reason,
      reference,
      amount: (before?.amount ?? 0) + amount,
      entries: [...(before?.entries ?? []), entryOf(payment, amount)],
    });
  }
  const named = await claimsNamedIn(
    scope,
    [...balances.values()].map(({ reference }) => reference),
  );
  return [...balances.values()]
    .map((balance) => ({
      ...balance,
      claimId: named.get(balance.reference ?? '') ?? null,
      entries: balance.entries.toSorted((a, b) => compare(b.paymentDate, a.paymentDate)),
    }))
    .sort(
      (a, b) =>
        Number(a.amount === 0) - Number(b.amount === 0) ||
        compare(a.payerName, b.payerName) ||
        compare(b.entries[0]?.paymentDate ?? '', a.entries[0]?.paymentDate ?? '') ||
        compare(a.reason, b.reason) ||
        compare(a.reference ?? '', b.reference ?? ''),
    );
}

const UNKNOWN: PaymentName = { remittanceId: null, checkNumber: '', paymentDate: '', payerName: '' };

const entryOf = ({ remittanceId, checkNumber, paymentDate }: PaymentName, amount: number) => ({
  remittanceId,
  checkNumber,
  paymentDate,
  amount,
});

/** TRN03, with which the key of a payment begins. */
const payerOf = (paymentKey: string): string => paymentKey.split('|')[0] ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
