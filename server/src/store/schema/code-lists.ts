/** Code lists that a practice has imported. */
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

/** Each import of a code list; kept for ever, its entries only as long as they can be asked for. */
export const codeListEditions = sqliteTable(
  'code_list_editions',
  {
    id: text('id').primaryKey(),
    practiceId: practiceId(),
    /** `icd-10-cm`, `hcpcs` …, or the name of a shipped list that it replaces. */
    list: text('list').notNull(),
    /** The day from which it holds. */
    effective: text('effective').notNull(),
    /** Name, size and SHA-256 of each file it was read from, as JSON. */
    files: text('files').notNull(),
    /** Codes, or pairs of codes. */
    size: integer('size').notNull(),
    /** Against the edition before it. */
    added: integer('added').notNull(),
    removed: integer('removed').notNull(),
    changed: integer('changed').notNull(),
    importedAt: text('imported_at').notNull(),
    /** Null when a person at the server's own console did it. */
    importedByDevice: text('imported_by_device'),
    /** When its entries were let go; null while they are held. */
    replacedAt: text('replaced_at'),
  },
  (t) => [index('code_list_editions_held').on(t.practiceId, t.replacedAt, t.list, t.effective)],
);

/** What an edition says of a code. */
export const codeListEntries = sqliteTable(
  'code_list_entries',
  {
    practiceId: practiceId(),
    editionId: text('edition_id')
      .notNull()
      .references(() => codeListEditions.id),
    code: text('code').notNull(),
    /** CodeEntry as JSON. */
    entry: text('entry').notNull(),
  },
  (t) => [primaryKey({ columns: [t.editionId, t.code] })],
);
