/** The thread of `backup-check.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

parentPort?.postMessage(isWhole(String(workerData)));

function isWhole(file: string): boolean {
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
