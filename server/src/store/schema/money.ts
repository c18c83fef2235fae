/** Payments that were announced, the ledger, and what of them fits no claim yet. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { claims } from './claims.ts';
import { inboundFiles } from './exchange.ts';
import { practiceId } from './practice.ts';

export const remittances = sqliteTable(
  'remittances',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** TRN03 + TRN02 + BPR02 + BPR16. */
    paymentKey: text('payment_key').notNull(),
    /** Hash of the remittance's own content: the same one in two files posts once. */
    contentHash: text('content_hash').notNull(),
    inboundFileId: text('inbound_file_id')
      .notNull()
      .references(() => inboundFiles.id),
    checkNumber: text('check_number').notNull(),
    /** The same number however it is written (`plainCheckNumber`). */
    checkKey: text('check_key').notNull().default(''),
    paymentDate: text('payment_date').notNull(),
    payerName: text('payer_name').notNull(),
    /** BPR04; empty for remittances that came before it was kept. */
    paymentMethod: text('payment_method').notNull().default(''),
    total: integer('total').notNull(),
    claimCount: integer('claim_count').notNull(),
    state: text('state').notNull(),
    reason: text('reason'),
    /** Whether any of it was posted; what posted nothing gives way to a better account of the same payment. */
    posted: integer('posted', { mode: 'boolean' }).notNull().default(false),
    /** What a person said of it last: StoredDecision as JSON. */
    decision: text('decision'),
    createdAt: text('created_at').notNull(),
  },
  (t) => [
    uniqueIndex('remittances_content').on(t.practiceId, t.paymentKey, t.contentHash),
    index('remittances_check').on(t.practiceId, t.checkKey),
    // In the order of the list; and what a search looks at, so that it reads no remittance that does not fit.
    index('remittances_list').on(
      t.practiceId,
      t.state,
      t.paymentDate,
      t.createdAt,
      t.id,
      t.checkKey,
      t.payerName,
      t.total,
    ),
  ],
);

/**
 * The ledger, append-only and double-entry: the entries of a transaction add up to zero. What it holds of a claim is what its facts
 * come to (`foldMoney`); each change of that is one transaction.
 */
export const journalTransactions = sqliteTable('journal_transactions', {
  /** Made of the practice and `dedupeKey`, which so needs no index of its own: each costs posting a page far from all others. */
  id: text('id').primaryKey(),
  practiceId: practiceId(),
  /** When it was written. */
  at: text('at').notNull(),
  /** `claim-billed`, `payment`, `unmatched-payment`, `provider-adjustment`, `match`, `write-off`, `patient-payment`, `deposit` … */
  kind: text('kind').notNull(),
  /** EventSource as JSON. */
  source: text('source').notNull(),
  /** The same happening is written once. */
  dedupeKey: text('dedupe_key').notNull(),
});

/** One side of a transaction. Positive is debit, negative credit, in cents. */
export const journalEntries = sqliteTable(
  'journal_entries',
  {
    practiceId: practiceId(),
    transactionId: text('transaction_id')
      .notNull()
      .references(() => journalTransactions.id),
    /** From 1 within the transaction. */
    line: integer('line').notNull(),
    /** As in `ledger-accounts.ts`. */
    account: text('account').notNull(),
    amount: integer('amount').notNull(),
    /** The first claim of the account (claims that follow one another); null for money that belongs to no claim. */
    claimAccount: text('claim_account'),
    /** The payment that it belongs to; null for what no payer paid. */
    paymentKey: text('payment_key'),
    /** A reason or a reference as received, such as that of a provider adjustment; no patient data. */
    reference: text('reference'),
  },
  (t) => [
    primaryKey({ columns: [t.transactionId, t.line] }),
    index('journal_entries_account').on(t.practiceId, t.account),
    index('journal_entries_claim').on(t.practiceId, t.claimAccount),
    index('journal_entries_payment').on(t.practiceId, t.paymentKey, t.account),
  ],
);

/**
 * Parts of answers that do not name their claim by our own number: those that fit none for certain wait for a person; of the others is
 * kept how they found their claim, so that they can be taken back from it.
 */
export const unmatchedAnswers = sqliteTable(
  'unmatched_answers',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    inboundFileId: text('inbound_file_id')
      .notNull()
      .references(() => inboundFiles.id),
    /** The payment that it is a part of; null for an answer without money. */
    paymentKey: text('payment_key'),
    /** ClaimReference as JSON: what the answer says of whose it is. */
    reference: text('reference').notNull(),
    /** ClaimFact as JSON: what is appended to the claim that it is matched with. */
    fact: text('fact').notNull(),
    /** That of the fact. */
    dedupeKey: text('dedupe_key').notNull(),
    /** Paid, in cents; zero for an answer without money. */
    amount: integer('amount').notNull(),
    createdAt: text('created_at').notNull(),
    /** waiting | matched | dismissed. */
    state: text('state').notNull(),
    claimId: text('claim_id').references(() => claims.id),
    /** MatchStep, or `person`; null while it waits. */
    matchedBy: text('matched_by'),
    decidedByDevice: text('decided_by_device'),
    decidedAt: text('decided_at'),
    /** Why it was dismissed or taken off a claim, in the person's words; kept when a dismissal is taken back. */
    reason: text('reason'),
    /** When the last decision was taken back, by whom, and from which claim; it waits for a person then, whatever fits. */
    reopenedAt: text('reopened_at'),
    reopenedByDevice: text('reopened_by_device'),
    reopenedFrom: text('reopened_from'),
  },
  (t) => [
    uniqueIndex('unmatched_answers_dedupe').on(t.practiceId, t.dedupeKey),
    index('unmatched_answers_state').on(t.practiceId, t.state, t.createdAt),
    index('unmatched_answers_payment').on(t.practiceId, t.paymentKey),
    index('unmatched_answers_claim').on(t.practiceId, t.claimId),
  ],
);
