/** How the practice is charged by its clearinghouse, where it differs from what is published. */
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { practiceId } from './practice.ts';

export const feeSettings = sqliteTable('fee_settings', {
  practiceId: practiceId().primaryKey(),
  /** FeeSettings as JSON. */
  settings: text('settings').notNull(),
});
