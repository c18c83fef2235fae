/** What the server as a whole must remember, and what of its work needs a person. */
import { primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

/** When something was done last, by name; of no practice. */
export const serverNotes = sqliteTable('server_notes', {
  name: text('name').primaryKey(),
  at: text('at').notNull(),
});

/** What a watchdog found, as long as it lasts. */
export const watches = sqliteTable(
  'watches',
  {
    practiceId: practiceId(),
    name: text('name').notNull(),
    /** Of which of the practice's connections; empty for what concerns the server. */
    connectionId: text('connection_id').notNull(),
    /** Of the one server that knows of it; empty for what each server finds. */
    processId: text('process_id').notNull().default(''),
    /** One sentence: what is wrong, and what to do. No patient data. */
    message: text('message').notNull(),
    since: text('since').notNull(),
  },
  (t) => [primaryKey({ columns: [t.practiceId, t.name, t.connectionId, t.processId] })],
);
