/** The accounts of the ledger, and what of a claim stands on each. Positive is debit, negative credit, in cents. */
import { type ClaimMoney, patientBalance } from '@claimside/shared/lifecycle';
import { type Cents, cents, sumCents } from '@claimside/shared/values';

export const ACCOUNTS = {
  /** What was charged. */
  revenue: 'revenue',
  payerReceivable: 'receivable:payer',
  patientReceivable: 'receivable:patient',
  contractual: 'adjustment:contractual',
  otherAdjustment: 'adjustment:other',
  writtenOff: 'written-off',
  /** Announced, not yet seen at the bank. */
  remittance: 'remittance',
  bank: 'bank',
  patientCash: 'patient-cash',
  /** Sent back to payers (credit). */
  refunded: 'refund:sent',
  /**
   * What went back, and the payer has taken off the claim itself since or says only beside claims (PLB): what was sent and is reversed
   * (debit), what it took out of another payment (credit). With that PLB it comes to nothing.
   */
  refundSettled: 'refund:settled',
  /** Paid for a claim that nobody has found yet. */
  unmatched: 'unmatched',
} as const;

/** How the accounts of PLB amounts begin. */
export const PROVIDER_ADJUSTMENT = 'provider-adjustment:';

/** Where PLB amounts of this reason stand. */
export const providerAdjustmentAccount = (reason: string): string => `${PROVIDER_ADJUSTMENT}${reason}`;

/** The reason code of such an account; undefined for any other account. */
export const providerAdjustmentReason = (account: string): string | undefined =>
  account.startsWith(PROVIDER_ADJUSTMENT) ? account.slice(PROVIDER_ADJUSTMENT.length) : undefined;

export interface Posting {
  readonly account: string;
  readonly amount: Cents;
  readonly claimAccount?: string;
  readonly paymentKey?: string;
  readonly reference?: string;
}

/**
 * What stands in the ledger for a claim whose money is this; adds up to zero. Where the charge does not stand, nothing is owed because of
 * it, and only what was paid and adjusted all the same is left.
 */
export function claimPostings(
  claimAccount: string,
  money: ClaimMoney,
  paidByPayment: ReadonlyMap<string, Cents>,
  chargeStands: boolean,
  /** `sentBack`. */
  sent: Cents | null,
): Posting[] {
  const charge = chargeStands ? money.charge : 0;
  const byPayers = sumCents([...paidByPayment.values()]);
  // So much of what went back lessens what the claim was paid.
  const counted = sent === null ? 0 : byPayers - money.paid;
  const parts: [string, number][] = [
    [ACCOUNTS.revenue, -charge],
    [ACCOUNTS.payerReceivable, money.open - money.charge + charge],
    [ACCOUNTS.patientReceivable, patientBalance(money)],
    [ACCOUNTS.patientCash, money.patientPaid],
    [ACCOUNTS.contractual, money.contractual],
    [ACCOUNTS.otherAdjustment, money.otherAdjustments],
    [ACCOUNTS.writtenOff, money.writtenOff],
    [ACCOUNTS.refunded, 0 - (sent ?? 0)],
    [ACCOUNTS.refundSettled, (sent ?? 0) - counted],
  ];
  const paid = [...paidByPayment].map(([paymentKey, amount]) => ({
    account: ACCOUNTS.remittance,
    amount,
    claimAccount,
    paymentKey,
  }));
  return [...parts.map(([account, amount]) => ({ account, amount: cents(amount), claimAccount })), ...paid];
}

/** What has to be entered so that `from` becomes `to`, each account and payment by itself. */
export function difference(from: readonly Posting[], to: readonly Posting[]): Posting[] {
  const left = new Map<string, Posting>();
  const add = (posting: Posting, sign: 1 | -1) => {
    const key = `${posting.account} ${posting.paymentKey ?? ''}`;
    const amount = cents((left.get(key)?.amount ?? 0) + sign * posting.amount);
    left.set(key, { ...posting, amount });
  };
  for (const posting of to) add(posting, 1);
  for (const posting of from) add(posting, -1);
  return [...left.values()].filter(({ amount }) => amount !== 0);
}
