/** The ledger's rows: transactions whose entries add up to zero, written once and never changed. */
import { createHash } from 'node:crypto';
import type { EventSource } from '@claimside/shared/lifecycle';
import { type Cents, cents, type IsoDate, sumCents, type UtcInstant } from '@claimside/shared/values';
import { and, asc, count, eq, gte, inArray, lt, sql } from 'drizzle-orm';
import { chunks } from './chunks.ts';
import { total } from './dialect.ts';
import { ACCOUNTS, type Posting } from './ledger-accounts.ts';
import { oncePerConnection } from './prepared.ts';
import { journalEntries, journalTransactions } from './schema.ts';
import type { Scope } from './store.ts';

export type JournalKind =
  | 'claim-billed'
  | 'claim-changed'
  | 'payment'
  | 'write-off'
  | 'patient-payment'
  | 'refund'
  | 'unmatched-payment'
  | 'match'
  | 'match-taken-back'
  | 'provider-adjustment'
  | 'deposit';

/** What made money move, and when we learnt it. */
export interface Cause {
  readonly kind: JournalKind;
  readonly at: UtcInstant;
  readonly source: EventSource;
}

/**
 * Writes one transaction; false when this happening (`dedupeKey`) is in the ledger already, or there is nothing to enter. Call
 * inside a transaction of the store. Throws when the entries do not add up to zero.
 */
export async function appendToJournal(
  scope: Scope,
  { kind, at, source }: Cause,
  dedupeKey: string,
  postings: readonly Posting[],
): Promise<boolean> {
  const entries = postings.filter(({ amount }) => amount !== 0);
  if (sumCents(entries.map(({ amount }) => amount)) !== 0)
    throw new Error('entries of a transaction do not add up to zero');
  if (entries.length === 0) return false;
  const { practiceId } = scope;
  const id = idOf(practiceId, dedupeKey);
  const about = { id, practiceId, at, kind, source: JSON.stringify(source), dedupeKey };
  const rows = await insertTransaction(scope.db).execute(about);
  if (rows.length === 0) return false;
  for (const [index, entry] of entries.entries())
    await insertEntry(scope.db).execute({
      practiceId,
      transactionId: id,
      line: index + 1,
      account: entry.account,
      amount: entry.amount,
      claimAccount: entry.claimAccount ?? null,
      paymentKey: entry.paymentKey ?? null,
      reference: entry.reference ?? null,
    });
  return true;
}

const insertTransaction = oncePerConnection((db) =>
  db
    .insert(journalTransactions)
    .values({
      id: sql.placeholder('id'),
      practiceId: sql.placeholder('practiceId'),
      at: sql.placeholder('at'),
      kind: sql.placeholder('kind'),
      source: sql.placeholder('source'),
      dedupeKey: sql.placeholder('dedupeKey'),
    })
    .onConflictDoNothing()
    .returning({ id: journalTransactions.id })
    .prepare(),
);

const insertEntry = oncePerConnection((db) =>
  db
    .insert(journalEntries)
    .values({
      practiceId: sql.placeholder('practiceId'),
      transactionId: sql.placeholder('transactionId'),
      line: sql.placeholder('line'),
      account: sql.placeholder('account'),
      amount: sql.placeholder('amount'),
      claimAccount: sql.placeholder('claimAccount'),
      paymentKey: sql.placeholder('paymentKey'),
      reference: sql.placeholder('reference'),
    })
    .prepare(),
);

/** The same for the same happening of the same practice: it is what makes sure that one is entered once. */
const idOf = (practiceId: string, dedupeKey: string): string =>
  createHash('sha256').update(`${practiceId} ${dedupeKey}`).digest('base64url').slice(0, 22);

export async function isInJournal(scope: Scope, dedupeKey: string): Promise<boolean> {
  const rows = await scope.db
    .select({ id: journalTransactions.id })
    .from(journalTransactions)
    .where(eq(journalTransactions.id, idOf(scope.practiceId, dedupeKey)));
  return rows.length > 0;
}

/** What was entered for a claim account, entry by entry, and in how many transactions. */
export async function entriesOfClaim(
  scope: Scope,
  claimAccount: string,
): Promise<{ readonly entries: readonly Posting[]; readonly transactions: number }> {
  const { db, practiceId } = scope;
  const rows = await rowsOfClaimAccount(db).execute({ practiceId, claimAccount });
  return {
    entries: rows.map(({ account, amount, paymentKey }) => ({
      account,
      amount: cents(amount),
      claimAccount,
      ...(paymentKey !== null && { paymentKey }),
    })),
    transactions: new Set(rows.map((row) => row.transactionId)).size,
  };
}

const rowsOfClaimAccount = oncePerConnection((db) =>
  db
    .select({
      transactionId: journalEntries.transactionId,
      account: journalEntries.account,
      amount: journalEntries.amount,
      paymentKey: journalEntries.paymentKey,
    })
    .from(journalEntries)
    .where(
      and(
        eq(journalEntries.practiceId, sql.placeholder('practiceId')),
        eq(journalEntries.claimAccount, sql.placeholder('claimAccount')),
      ),
    )
    .prepare(),
);

/** What stands on each account; accounts on which nothing was entered are not told. */
export async function accountBalances(scope: Scope): Promise<ReadonlyMap<string, Cents>> {
  const rows = await scope.db
    .select({ account: journalEntries.account, amount: total(journalEntries.amount) })
    .from(journalEntries)
    .where(eq(journalEntries.practiceId, scope.practiceId))
    .groupBy(journalEntries.account);
  return new Map(rows.map(({ account, amount }) => [account, cents(amount)]));
}

export interface PaymentBalance {
  /** Announced and not yet at the bank. */
  readonly remittance: Cents;
  readonly bank: Cents;
  /** Paid for claims that nobody has found yet, as a positive amount. */
  readonly unmatched: Cents;
}

/** What stands under each of these payments; all zero for one that is not in the ledger. */
export async function paymentBalances(
  scope: Scope,
  paymentKeys: readonly string[],
): Promise<ReadonlyMap<string, PaymentBalance>> {
  const { remittance, bank, unmatched } = ACCOUNTS;
  const sums = new Map<string, number>();
  for (const keys of chunks([...new Set(paymentKeys)], 200)) {
    const rows = await scope.db
      .select({
        paymentKey: journalEntries.paymentKey,
        account: journalEntries.account,
        amount: total(journalEntries.amount),
      })
      .from(journalEntries)
      .where(and(eq(journalEntries.practiceId, scope.practiceId), inArray(journalEntries.paymentKey, keys)))
      .groupBy(journalEntries.paymentKey, journalEntries.account);
    for (const { paymentKey, account, amount } of rows) sums.set(`${account} ${paymentKey}`, amount);
  }
  const balance = (account: string, key: string) => sums.get(`${account} ${key}`) ?? 0;
  return new Map(
    paymentKeys.map((key) => [
      key,
      {
        remittance: cents(balance(remittance, key)),
        bank: cents(balance(bank, key)),
        unmatched: cents(0 - balance(unmatched, key)),
      },
    ]),
  );
}

/** What stands on one account under one payment, and in how many entries. */
export async function standingOn(
  scope: Scope,
  account: string,
  paymentKey: string,
): Promise<{ readonly amount: Cents; readonly entries: number }> {
  const [row] = await scope.db
    .select({ amount: total(journalEntries.amount), entries: count() })
    .from(journalEntries)
    .where(
      and(
        eq(journalEntries.practiceId, scope.practiceId),
        eq(journalEntries.paymentKey, paymentKey),
        eq(journalEntries.account, account),
      ),
    );
  return { amount: cents(row?.amount ?? 0), entries: row?.entries ?? 0 };
}

export interface Deposited {
  readonly amount: Cents;
  /** Null where what was said was taken back. */
  readonly receivedOn: IsoDate | null;
  readonly entries: number;
}

/** What was seen at the bank of each of these payments; those of which nothing was said are left out. */
export async function depositsOf(
  scope: Scope,
  paymentKeys: readonly string[],
): Promise<ReadonlyMap<string, Deposited>> {
  const found = new Map<string, Deposited>();
  for (const keys of chunks([...new Set(paymentKeys)], 200)) {
    const rows = await scope.db
      .select({
        paymentKey: journalEntries.paymentKey,
        receivedOn: journalEntries.reference,
        amount: total(journalEntries.amount),
        entries: count(),
      })
      .from(journalEntries)
      .where(
        and(
          eq(journalEntries.practiceId, scope.practiceId),
          inArray(journalEntries.paymentKey, keys),
          eq(journalEntries.account, ACCOUNTS.bank),
        ),
      )
      .groupBy(journalEntries.paymentKey, journalEntries.reference);
    for (const { paymentKey, receivedOn, amount, entries } of rows) {
      const before = found.get(paymentKey ?? '');
      found.set(paymentKey ?? '', {
        amount: cents((before?.amount ?? 0) + amount),
        // A correction takes back what was said of another day.
        receivedOn: amount === 0 ? (before?.receivedOn ?? null) : (receivedOn as IsoDate | null),
        entries: (before?.entries ?? 0) + entries,
      });
    }
  }
  return found;
}

export interface ProviderAdjustmentEntry {
  readonly account: string;
  readonly amount: Cents;
  readonly paymentKey: string;
  readonly reference: string | null;
}

/** All that stands on accounts which begin like this, in the order it was written. */
export async function entriesUnder(scope: Scope, prefix: string): Promise<ProviderAdjustmentEntry[]> {
  const rows = await scope.db
    .select({
      account: journalEntries.account,
      amount: journalEntries.amount,
      paymentKey: journalEntries.paymentKey,
      reference: journalEntries.reference,
    })
    .from(journalEntries)
    .where(
      and(
        eq(journalEntries.practiceId, scope.practiceId),
        gte(journalEntries.account, prefix),
        lt(journalEntries.account, `${prefix}\u007f`),
      ),
    )
    .orderBy(asc(journalEntries.account), asc(journalEntries.paymentKey));
  return rows.map(({ paymentKey, amount, ...row }) => ({
    ...row,
    amount: cents(amount),
    paymentKey: paymentKey ?? '',
  }));
}
