/** Keeps prepared statements, so that the same SQL is not compiled at each use. */
import type Database from 'better-sqlite3';

/** Lists of values of any length make ever new SQL: the statements used longest ago are let go. */
const STATEMENTS = 300;

/** Makes `db.prepare` give the same statement for the same SQL, in its plain state. */
export function cacheStatements(db: Database.Database): void {
  const known = new Map<string, Database.Statement>();
  const prepare = db.prepare.bind(db) as (sql: string) => Database.Statement;
  const cached = (sql: string): Database.Statement => {
    const statement = known.get(sql) ?? prepare(sql);
    if (statement.reader) statement.raw(false);
    known.delete(sql);
    known.set(sql, statement);
    const [oldest] = known.keys();
    if (known.size > STATEMENTS && oldest !== undefined) known.delete(oldest);
    return statement;
  };
  Object.defineProperty(db, 'prepare', { value: cached });
}
