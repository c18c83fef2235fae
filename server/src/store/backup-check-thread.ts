/** The thread of `backup-check.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

parentPort?.postMessage(isWhole(String(workerData)));

function isWhole(file: string): boolean {
  const db = new Database(file);
  try {
    const whole = db.pragma('integrity_check', { simple: true }) === 'ok';
    const dangling = db.pragma('foreign_key_check');
    // An empty file is a database in order, too, also with the mark of a copy.
    const tables = db.prepare("select 1 from sqlite_master where type = 'table' and name <> 'copy_mark'");
    const hasTables = tables.get() !== undefined;
    return whole && hasTables && Array.isArray(dangling) && dangling.length === 0;
  } catch {
    return false;
  } finally {
    db.close();
  }
}
