/** The thread of `checkpoints.ts`: looks several times a second whether something was committed, and moves it. */
import { statSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

const PAUSE_MILLISECONDS = 200;

const file = String(workerData);
const db = new Database(file);
db.pragma('synchronous = FULL');
const checkpoint = db.prepare('PRAGMA wal_checkpoint(PASSIVE)');
let moved = '';

const timer = setInterval(() => {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false });
  const seen = log === undefined ? '' : `${log.mtimeMs} ${log.size}`;
  if (seen === moved) return;
  try {
    checkpoint.get();
    moved = seen;
  } catch {
    // A full disk, say: commits tell people; this is tried again.
  }
}, PAUSE_MILLISECONDS);

parentPort?.once('message', () => {
  clearInterval(timer);
  db.close();
  parentPort?.close();
});
