/** Opens the database and hands out the only two ways to it: reads, and transactions that run one at a time. */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import { migrate } from 'drizzle-orm/better-sqlite3/migrator';
import { StartError } from '../start-error.ts';
import { type Checkpoints, PAGES_LEFT_TO_THREAD, startCheckpoints } from './checkpoints.ts';
import { createGroupCommit } from './group-commit.ts';
import { createLooks, type Looks } from './looks.ts';
import * as schema from './schema.ts';
import { type Copying, copySnapshot } from './snapshot.ts';
import { cacheStatements } from './statement-cache.ts';
import { guardMigration, MIGRATIONS } from './versions.ts';
import { newWritersTurns, takeTurnsIn, type WritersTurns } from './writers-turn.ts';

export type Db = BetterSQLite3Database<typeof schema>;

/** What every repository function takes: a connection and the practice whose rows it may see. */
export interface Scope {
  readonly db: Db;
  readonly practiceId: string;
}

export interface Store {
  /** Committed data; never sees a transaction under way. */
  readonly db: Db;
  /**
   * Runs `work` alone among writers; all of it is durable when the promise resolves, none when it rejects. Units that
   * wait together share one commit.
   */
  transaction<T>(work: (tx: Db) => Promise<T>): Promise<T>;
  /** Who looked at what. */
  readonly looks: Looks;
  /** Copies a consistent snapshot to the new file `target` while the server runs. */
  backup(target: string, copying?: Copying): Promise<void>;
  /** Shared with other threads of this process that open the same database, see `openStoreBeside`. */
  readonly turns: WritersTurns;
  /** From now on a thread of its own moves to the database what was committed, until the store is closed. */
  moveApart(): void;
  close(): Promise<void>;
}

/**
 * Opens the database file and brings its tables to this version; refuses to run on settings that could lose a commit. With the time
 * given, a copy is made before tables that hold data are changed, and a database of a later version is refused.
 */
export function openStore(file: string, now?: UtcInstant): Store {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const writer = connect(file);
  try {
    if (now !== undefined) guardMigration(writer, file, now);
    migrate(drizzle(writer), { migrationsFolder: MIGRATIONS });
  } catch (error) {
    writer.close();
    throw error;
  }
  return storeOf(file, writer);
}

/** Opens a database that is there and leaves its tables as they are, of whatever version: for copying it. */
export function openStoreAsItIs(file: string): Store {
  return storeOf(file, connect(file));
}

/** Opens the database once more, in another thread of the process that has it open: `turns` are those of its store. */
export function openStoreBeside(file: string, turns: WritersTurns): Store {
  const writer = connect(file);
  writer.pragma(`wal_autocheckpoint = ${PAGES_LEFT_TO_THREAD}`);
  return storeOf(file, writer, turns);
}

function storeOf(file: string, writer: Database.Database, turns: WritersTurns = newWritersTurns()): Store {
  const reader = connect(file);
  const writeDb = drizzle(writer, { schema });
  // Another process that writes is waited for between tries (`group-commit.ts`), with the event loop free.
  writer.pragma('busy_timeout = 0');
  const commits = createGroupCommit(writer, takeTurnsIn(turns));
  let checkpoints: Checkpoints | undefined;
  const transaction: Store['transaction'] = (work) => commits.run(() => work(writeDb));
  const looks = createLooks(file, transaction);

  return {
    db: drizzle(reader, { schema }),
    transaction,
    looks,
    turns,
    backup: (target, copying) => copySnapshot(file, target, copying),
    moveApart() {
      checkpoints ??= startCheckpoints(file);
      writer.pragma(`wal_autocheckpoint = ${PAGES_LEFT_TO_THREAD}`);
    },
    async close() {
      await looks.close();
      await commits.idle();
      await checkpoints?.stop();
      reader.close();
      writer.close();
    },
  };
}

function connect(file: string): Database.Database {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('busy_timeout = 5000');
  assertPragma(db, 'journal_mode', 'wal');
  assertPragma(db, 'synchronous', 2);
  assertPragma(db, 'foreign_keys', 1);
  cacheStatements(db);
  return db;
}

function assertPragma(db: Database.Database, name: string, expected: string | number): void {
  const actual = db.pragma(name, { simple: true });
  if (actual !== expected)
    throw new StartError(
      `The database setting ${name} is ${String(actual)} and must be ${expected}: a commit could be lost. Put the data folder on a local disk (no network share).`,
    );
}
