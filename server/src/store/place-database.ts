/** Puts a database in the place of another so that a cut at any moment leaves the one or the other, whole. */
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

const BLOCK = 1_000_000;

/** `to` must not be there yet; its owner alone may read it from the first byte, whatever `from` allows. */
export function copyForOwner(from: string, to: string): void {
  const source = openSync(from, 'r');
  const target = openSync(to, 'wx', 0o600);
  try {
    const block = Buffer.alloc(BLOCK);
    for (let length = readSync(source, block); length > 0; length = readSync(source, block))
      for (let done = 0; done < length; ) done += writeSync(target, block, done, length - done);
  } finally {
    closeSync(source);
    closeSync(target);
  }
}

/** What stood at `file` is kept as `aside`; no process has either open. True when something stood there. */
export function placeDatabase(ready: string, file: string, aside: string): boolean {
  const stood = existsSync(file);
  if (stood) {
    closeLog(file);
    keep(file, aside);
    // A log that could not be brought in belongs to the old database alone.
    for (const end of ['-wal', '-shm'])
      if (existsSync(`${file}${end}`)) renameSync(`${file}${end}`, `${aside}${end}`);
  }
  sync(ready);
  renameSync(ready, file);
  sync(dirname(file));
  return stood;
}

/** Under a second name where the disk knows such, as that costs neither time nor room. */
function keep(file: string, aside: string): void {
  try {
    linkSync(file, aside);
  } catch {
    copyForOwner(file, aside);
  }
}

/** Brings what is in its log into the database, so that it is one file; one that is damaged stays as it is. */
function closeLog(file: string): void {
  try {
    const db = new Database(file);
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.close();
  } catch {
    // It may be what a backup is put in its place for.
  }
}

function sync(path: string): void {
  const opened = openSync(path, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
