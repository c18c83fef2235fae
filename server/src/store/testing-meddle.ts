/** For tests: somebody changes the database who has the file and not Claimside. */
import Database from 'better-sqlite3';

export function meddleWith(file: string, sql: string): void {
  const db = new Database(file);
  db.exec(sql);
  db.close();
}
