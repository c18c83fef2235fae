/** The server processes that work with one data folder: one at a time while they start, and which of them still live. */
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import Database from 'better-sqlite3';

const START_LOCK = 'server.lock';
const PROCESSES = 'processes';
/** Longer than any start takes. */
const START_MILLISECONDS = 30_000;
const RETRY_MILLISECONDS = 50;

export interface Held {
  release(): void;
}

/**
 * Waits until no other process is starting; undefined when that lasts too long, or a server of an older version, which
 * holds the folder as long as it runs, works with it.
 */
export async function beginStart(
  dataDir: string,
  patience: number = START_MILLISECONDS,
): Promise<Held | undefined> {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  for (let waited = 0; waited <= patience; waited += RETRY_MILLISECONDS) {
    const held = hold(join(dataDir, START_LOCK));
    if (held) return held;
    await delay(RETRY_MILLISECONDS);
  }
  return undefined;
}

/** Shows to others that the process of this name lives, until it ends in whatever way. Call while no other one starts. */
export function showProcess(dataDir: string, id: string): Held {
  const folder = join(dataDir, PROCESSES);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(folder)) {
    const other = name.replace(/-journal$/, '');
    if (!isAlive(dataDir, other)) forget(dataDir, other);
  }
  const held = hold(join(folder, id));
  if (!held) throw new Error('a process of this name lives');
  return {
    release() {
      held.release();
      forget(dataDir, id);
    },
  };
}

/** Whether any server works with the folder. */
export function hasServer(dataDir: string): boolean {
  const folder = join(dataDir, PROCESSES);
  if (!existsSync(folder)) return false;
  return readdirSync(folder).some((name) => !name.endsWith('-journal') && isAlive(dataDir, name));
}

function forget(dataDir: string, id: string): void {
  for (const end of ['', '-journal']) rmSync(join(dataDir, PROCESSES, id + end), { force: true });
}

/** False once the process of this name has ended. One that hangs lives. */
export function isAlive(dataDir: string, id: string): boolean {
  const file = join(dataDir, PROCESSES, id);
  if (!existsSync(file)) return false;
  const held = hold(file);
  held?.release();
  return held === undefined;
}

/** Kept from the garbage collector, which would end what nobody refers to any more. */
const heldOpen = new Set<Database.Database>();

/** An open SQLite transaction on a file of its own: the operating system frees it when the process ends. */
function hold(file: string): Held | undefined {
  const db = new Database(file, { timeout: 0 });
  try {
    db.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return undefined;
    throw error;
  }
  heldOpen.add(db);
  return {
    release() {
      heldOpen.delete(db);
      db.close();
    },
  };
}
