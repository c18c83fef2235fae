/** The one place for SQL that drizzle has no builder for; everything here reads the same in SQLite and PostgreSQL. */
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';

/** True where `column` holds `text` anywhere, whatever the case; `%` and `_` are ordinary characters. */
export function containsText(column: SQLWrapper, text: string): SQL {
  const pattern = `%${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  return sql`lower(${column}) like ${pattern} escape '\\'`;
}

/** The column's value less one. */
export function oneLess(column: SQLWrapper): SQL {
  return sql`${column} - 1`;
}

/** The column's value plus one. */
export function oneMore(column: SQLWrapper): SQL {
  return sql`${column} + 1`;
}

/** The sum of a column of whole numbers, over the rows of a group. */
export function total(column: SQLWrapper): SQL<number> {
  return sql<number>`sum(${column})`.mapWith(Number);
}

/** True where `column` begins with `text`, which is not empty; takes an index in byte order (in PostgreSQL: collation C). */
export function startsWith(column: SQLWrapper, text: string): SQL {
  return sql`(${column} >= ${text} and ${column} < ${`${text}\u{10ffff}`})`;
}

/** The column's text as a value that takes no index, where the planner would rather walk a whole practice. */
export function unindexed(column: SQLWrapper): SQL {
  return sql`(${column} || '')`;
}

/** The same of a number; compared with it, an index that is walked all the same still tells the value. */
export function unindexedNumber(column: SQLWrapper): SQL {
  return sql`(${column} + 0)`;
}
