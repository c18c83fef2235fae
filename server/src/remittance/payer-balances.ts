/** The PLB ledger, page by page: what payers took back, put off, carried forward or paid beside claims, by reason and reference. */
import type { BalanceEntryList, PayerBalance, PayerBalanceList } from '@claimside/shared/api';
import { entriesUnder } from '../store/journal.ts';
import { PROVIDER_ADJUSTMENT, providerAdjustmentReason } from '../store/ledger-accounts.ts';
import { type PaymentName, paymentsByKey } from '../store/remittances.ts';
import type { Scope } from '../store/store.ts';
import { claimsNamedIn } from './named-claims.ts';
import { hash } from './payment-key.ts';
import { TYPED_TRACE } from './typed-payment.ts';

type Entry = PayerBalance['entries'][number];
type Balance = Pick<PayerBalance, 'id' | 'payerId' | 'payerName' | 'reason' | 'reference' | 'amount'> & {
  readonly entries: readonly Entry[];
};

interface Page {
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Entries that stand with their balance. */
const SHOWN_ENTRIES = 5;

/** What is not settled first, then by payer; within each the newest payment first. */
export async function payerBalances(scope: Scope, page: Page): Promise<PayerBalanceList> {
  const all = await allBalances(scope);
  const [balances, next] = pageOf(all, placeOfBalance, page);
  const named = await claimsNamedIn(
    scope,
    balances.map(({ reference }) => reference),
  );
  return {
    balances: balances.map((balance) => ({
      ...balance,
      claimId: named.get(balance.reference ?? '') ?? null,
      entries: balance.entries.slice(0, SHOWN_ENTRIES),
      entryCount: balance.entries.length,
    })),
    next,
    all: all.length,
    unsettled: all.filter(({ amount }) => amount !== 0).length,
  };
}

/** All that one balance came about by; undefined when the practice has none of this id. */
export async function balanceEntries(
  scope: Scope,
  id: string,
  page: Page,
): Promise<BalanceEntryList | undefined> {
  const balance = (await allBalances(scope)).find((each) => each.id === id);
  if (!balance) return undefined;
  // Equal ones of a day stand in the order they were written.
  const placed = balance.entries.map((entry, index) => ({ ...entry, index }));
  const [entries, next] = pageOf(
    placed,
    ({ index }) => String(index),
    page,
    (a, b) => Number(a) - Number(b),
  );
  return { entries: entries.map(({ index: _, ...entry }) => entry), next };
}

async function allBalances(scope: Scope): Promise<Balance[]> {
  const entries = await entriesUnder(scope, PROVIDER_ADJUSTMENT);
  const payments = await paymentsByKey(
    scope,
    entries.map(({ paymentKey }) => paymentKey),
  );
  const balances = new Map<string, Balance & { entries: Entry[] }>();
  for (const { account, amount, paymentKey, reference } of entries) {
    const payment = payments.get(paymentKey) ?? UNKNOWN;
    const payerId = payerOf(paymentKey);
    const reason = providerAdjustmentReason(account) ?? '';
    // Payments from paper share one.
    const payer = payerId === TYPED_TRACE ? [payerId, payment.payerName.toUpperCase()] : [payerId];
    const key = JSON.stringify([...payer, reason, reference]);
    const before = balances.get(key);
    const all = before?.entries ?? [];
    all.push(entryOf(payment, amount));
    balances.set(key, {
      id: hash(`${scope.practiceId} ${key}`).slice(0, 32),
      payerId,
      payerName: payment.payerName || (before?.payerName ?? ''),
      reason,
      reference,
      amount: (before?.amount ?? 0) + amount,
      entries: all,
    });
  }
  for (const { entries: own } of balances.values()) own.sort((a, b) => compare(b.paymentDate, a.paymentDate));
  return [...balances.values()]
    .map((balance) => ({ balance, place: placeOfBalance(balance) }))
    .sort((a, b) => compare(a.place, b.place))
    .map(({ balance }) => balance);
}

/** As text in the order of the list; a reference is no part of it, as it may be a patient's. */
function placeOfBalance({ amount, payerName, entries, reason, id }: Balance): string {
  const newest = (entries[0]?.paymentDate ?? '').replace(/\d/g, (digit) => String(9 - Number(digit)));
  return [amount === 0 ? 1 : 0, payerName, newest, reason, id].join('\0');
}

/** The items behind the cursor, in the order of their places, and the cursor of the page behind them. */
function pageOf<Item>(
  items: readonly Item[],
  placeOf: (item: Item) => string,
  { limit, cursor }: Page,
  order: (a: string, b: string) => number = compare,
): [Item[], string | null] {
  const after = cursor === undefined ? undefined : Buffer.from(cursor, 'base64url').toString();
  const behind = after === undefined ? items : items.filter((item) => order(placeOf(item), after) > 0);
  const page = behind.slice(0, limit);
  const last = behind.length > limit ? page.at(-1) : undefined;
  return [page, last === undefined ? null : Buffer.from(placeOf(last)).toString('base64url')];
}

const UNKNOWN: PaymentName = { remittanceId: null, checkNumber: '', paymentDate: '', payerName: '' };

const entryOf = ({ remittanceId, checkNumber, paymentDate }: PaymentName, amount: number): Entry => ({
  remittanceId,
  checkNumber,
  paymentDate,
  amount,
});

/** TRN03, with which the key of a payment begins. */
const payerOf = (paymentKey: string): string => paymentKey.split('|')[0] ?? '';

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
