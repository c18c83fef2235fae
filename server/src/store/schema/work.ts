/** What people work on: the lists, and what they write down. */
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import { claims } from './claims.ts';
import { practiceId } from './practice.ts';

/** What asks for a person, derived from the facts of claims and written with them; a claim may be on several lists. */
export const worklistItems = sqliteTable(
  'worklist_items',
  {
    practiceId: practiceId(),
    list: text('list').notNull(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    /** What it asks for there, one of `WORK_REASONS`. */
    why: text('why').notNull().default('status'),
    since: text('since').notNull(),
    /** What is at stake, in cents. */
    amount: integer('amount').notNull(),
    /** The last day on which something can be done; null where none is known. */
    deadline: text('deadline'),
    /** Greater is more urgent, see `urgencyOf`. */
    urgency: integer('urgency').notNull(),
    /** Those of the claim, so that a list is filtered without a look at its claims. */
    payerName: text('payer_name').notNull().default(''),
    assignedTo: text('assigned_to'),
    renderingNpi: text('rendering_npi').notNull().default(''),
    location: text('location').notNull().default(''),
  },
  (t) => [
    primaryKey({ columns: [t.practiceId, t.list, t.claimId] }),
    // With all that a list is filtered by, so that nothing is read that does not fit.
    index('worklist_items_order').on(
      t.practiceId,
      t.list,
      t.urgency,
      t.claimId,
      t.renderingNpi,
      t.location,
      t.amount,
      t.deadline,
      t.why,
    ),
    index('worklist_items_assignee').on(t.practiceId, t.list, t.assignedTo, t.urgency, t.claimId),
    index('worklist_items_payer').on(t.practiceId, t.list, t.payerName, t.urgency, t.claimId),
    index('worklist_items_claim').on(t.practiceId, t.claimId, t.list),
  ],
);

/**
 * How many claims stand on each worklist (`list:denied`), and how many that no other follows have each status (`status:paid`). Triggers
 * keep them, in whatever transaction changes a claim's places or its status: a practice of a million claims is not counted at each look.
 */
export const listSizes = sqliteTable(
  'list_sizes',
  {
    practiceId: practiceId(),
    of: text('of').notNull(),
    claims: integer('claims').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.of] })],
);

/** What people write down about a claim; append-only. */
export const claimNotes = sqliteTable(
  'claim_notes',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    claimId: text('claim_id')
      .notNull()
      .references(() => claims.id),
    at: text('at').notNull(),
    deviceId: text('device_id').notNull(),
    text: text('text').notNull(),
  },
  (t) => [index('claim_notes_claim').on(t.practiceId, t.claimId, t.at)],
);

/** Ways of looking at the lists that a practice gave a name. */
export const savedFilters = sqliteTable(
  'saved_filters',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    name: text('name').notNull(),
    /** The name without case and punctuation: one of each. */
    nameKey: text('name_key').notNull(),
    /** KeptFilter as JSON: no name of a patient, and nothing that was searched for. */
    filter: text('filter').notNull(),
    savedAt: text('saved_at').notNull(),
  },
  (t) => [uniqueIndex('saved_filters_name').on(t.practiceId, t.nameKey)],
);
