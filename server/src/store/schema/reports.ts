/** What reports are made of. */
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { claims } from './claims.ts';
import { practiceId } from './practice.ts';

/**
 * One row for each account that was billed: that of the claim which stands for it, derived from the facts of all its claims and written
 * with them. Narrow, so that a report of a year reads these rows and no claim. None for what was taken back before it was sent, or
 * cancelled at the payer.
 */
export const reportAccounts = sqliteTable(
  'report_accounts',
  {
    practiceId: practiceId(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    /** Of the first claim, as the next three. */
    servedOn: text('served_on').notNull(),
    billedOn: text('billed_on').notNull(),
    payerName: text('payer_name').notNull(),
    renderingNpi: text('rendering_npi').notNull(),
    /** `test` or `live`, of the file in which the claim left, else as it would have; null where it goes by no clearinghouse. */
    mode: text('mode'),
    /** Of the claim itself. */
    lastPayerName: text('last_payer_name').notNull().default(''),
    /** ClaimMoney as JSON. */
    money: text('money').notNull(),
    isClosed: integer('is_closed', { mode: 'boolean' }).notNull(),
    /** By insurances and patients, in cents; 0 of a closed one. */
    owed: integer('owed').notNull(),
    /** Cents; null where no contract is known. */
    expected: integer('expected'),
    firstAnswer: text('first_answer'),
    /** Decision as JSON; null while there is none. */
    decision: text('decision'),
    waitsSince: text('waits_since'),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.claimId] }),
    index('report_accounts_served').on(t.practiceId, t.servedOn, t.claimId),
    // Few of all that were ever billed.
    index('report_accounts_owed').on(t.practiceId, t.servedOn, t.claimId).where(sql`owed > 0`),
  ],
);
