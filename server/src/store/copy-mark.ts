/** Marks a copy of the database as one: what the original did after it was made is not in it. */
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { eq } from 'drizzle-orm';
import { sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Db } from './store.ts';

/** Stands in copies alone, so it is in no migration. */
const copyMark = sqliteTable('copy_mark', { madeAt: text('made_at').notNull() });
const tables = sqliteTable('sqlite_master', { name: text('name').notNull() });

/** `file` is a database that no server has open. */
export function markAsCopy(file: string, madeAt: UtcInstant): void {
  const db = new Database(file);
  try {
    db.exec('CREATE TABLE IF NOT EXISTS copy_mark (made_at TEXT NOT NULL); DELETE FROM copy_mark');
    db.prepare('INSERT INTO copy_mark (made_at) VALUES (?)').run(madeAt);
  } finally {
    db.close();
  }
}

/** As above, where the file is a copy that was made in another way; gives when it was made by its own mark, or else `madeAt`. */
export function ensureCopyMark(file: string, madeAt: UtcInstant): UtcInstant {
  const db = new Database(file);
  try {
    const table = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'copy_mark'").get();
    const mark = table
      ? db.prepare<[], { made_at: string }>('SELECT made_at FROM copy_mark').get()
      : undefined;
    if (mark) return mark.made_at as UtcInstant;
  } finally {
    db.close();
  }
  markAsCopy(file, madeAt);
  return madeAt;
}

/**
 * When this database was copied, if no server has worked with the copy yet; the mark is gone afterwards. Call inside
 * the transaction that settles what the copy can not know.
 */
export async function takeCopyMark(db: Db): Promise<UtcInstant | undefined> {
  const [table] = await db.select().from(tables).where(eq(tables.name, 'copy_mark'));
  if (!table) return undefined;
  const [mark] = await db.delete(copyMark).returning();
  return mark?.madeAt as UtcInstant | undefined;
}
