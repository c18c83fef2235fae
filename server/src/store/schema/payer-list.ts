/** The clearinghouse's payer list, as an admin imported it. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

/** Each import; kept for ever, its rows only until the next. */
export const payerLists = sqliteTable(
  'payer_lists',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    fileName: text('file_name').notNull(),
    sha256: text('sha256').notNull(),
    /** Rows. */
    size: integer('size').notNull(),
    /** Against the list before it. */
    added: integer('added').notNull(),
    removed: integer('removed').notNull(),
    changed: integer('changed').notNull(),
    /** Rows that were not understood, and left out as a person said. */
    leftOut: integer('left_out').notNull(),
    importedAt: text('imported_at').notNull(),
    /** Null when a person at the server's own console did it. */
    importedByDevice: text('imported_by_device'),
    /** When its rows were let go; null for the one in use. */
    replacedAt: text('replaced_at'),
  },
  (t) => [index('payer_lists_in_use').on(t.practiceId, t.replacedAt)],
);

/** A payer name under one id for one transaction. Flags: 1, 0, or null where the list does not say. */
export const listedPayers = sqliteTable(
  'listed_payers',
  {
    practiceId: practiceId(),
    listId: text('list_id')
      .notNull()
      .references(() => payerLists.id),
    transaction: text('transaction').notNull(),
    payerId: text('payer_id').notNull(),
    name: text('name').notNull(),
    /** By which it is searched. */
    nameKey: text('name_key').notNull(),
    isAvailable: integer('is_available', { mode: 'boolean' }),
    isNonPar: integer('is_non_par', { mode: 'boolean' }),
    needsEnrollment: integer('needs_enrollment', { mode: 'boolean' }),
    takesSecondary: integer('takes_secondary', { mode: 'boolean' }),
    takesAttachments: integer('takes_attachments', { mode: 'boolean' }),
    accidentKind: text('accident_kind'),
    notes: text('notes').notNull(),
  },
  (t) => [primaryKey({ columns: [t.listId, t.transaction, t.payerId, t.name] })],
);
