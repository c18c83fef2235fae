/** Enrollments: how the paperwork with a payer stands under a billing NPI. */
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const enrollments = sqliteTable(
  'enrollments',
  {
    practiceId: practiceId(),
    kind: text('kind', { enum: ['edi', 'era', 'eft', 'credentialing'] }).notNull(),
    payerId: text('payer_id').notNull(),
    billingNpi: text('billing_npi').notNull(),
    changedAt: text('changed_at').notNull(),
    /** What else an Enrollment holds, as JSON. */
    more: text('more').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.kind, t.payerId, t.billingNpi] })],
);
