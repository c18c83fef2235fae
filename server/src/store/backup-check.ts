/** Looks whether a copied database is whole before anyone relies on it. */
import Database from 'better-sqlite3';

/** True when SQLite finds every page and index in order and every reference resolved. Leaves one file, no journal beside it. */
export function isWholeDatabase(file: string): boolean {
  const db = new Database(file);
  try {
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
    const dangling = db.pragma('foreign_key_check');
    return whole && Array.isArray(dangling) && dangling.length === 0;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
