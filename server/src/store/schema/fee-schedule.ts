/** The practice's fee schedule: one row for each procedure, and what payers allow for them by contract. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const procedures = sqliteTable(
  'procedures',
  {
    practiceId: practiceId(),
    code: text('code').notNull(),
    /** By which it is searched: its description in capitals. */
    nameKey: text('name_key').notNull(),
    /** Cents for one unit; null where there is none. */
    price: integer('price'),
    selfPayPrice: integer('self_pay_price'),
    /** What else a Procedure holds, as JSON. */
    more: text('more').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.code] })],
);

export const contractAmounts = sqliteTable(
  'contract_amounts',
  {
    practiceId: practiceId(),
    code: text('code').notNull(),
    payerId: text('payer_id').notNull(),
    /** Empty where the payer's id has one name. */
    payerName: text('payer_name').notNull(),
    /** The code, and the modifiers for which the amount holds: `99214-25`. */
    procedure: text('procedure').notNull(),
    /** Cents for one unit. */
    amount: integer('amount').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.code, t.payerId, t.payerName, t.procedure] })],
);
