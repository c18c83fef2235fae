/** Runs units of work one after another and makes those that wait together durable by one COMMIT. */
import { setTimeout as delay } from 'node:timers/promises';
import type Database from 'better-sqlite3';
import type { WritersTurn } from './writers-turn.ts';

/** More would let the first of a batch wait too long for its last. */
const UNITS_PER_COMMIT = 32;

interface Waiting {
  /** Does the unit's work; gives what to do once it is known whether the commit was made. */
  run(): Promise<Outcome>;
  reject(error: unknown): void;
}

interface Outcome {
  readonly failed: boolean;
  /** Tells the caller how the unit ended. */
  settle(): void;
}

export interface GroupCommit {
  /**
   * Runs `work` alone: no other unit's statements come between its own. Resolves when it is durable; rejects when it
   * threw, with its own writes undone and nobody else's, or when the commit could not be made.
   */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Resolves when nothing waits any more. */
  idle(): Promise<void>;
}

/**
 * A commit costs one sync of the disk, however many units it holds. Each unit is a savepoint in it, so a failing one is
 * undone alone; a later unit sees what an earlier one wrote, and none is answered before all of it is on disk.
 */
export function createGroupCommit(db: Database.Database, turn: WritersTurn): GroupCommit {
  const waiting: Waiting[] = [];
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    try {
      while (waiting.length > 0) {
        // What arrives in the same turn of the event loop is in time for the same commit.
        await new Promise((resolve) => setImmediate(resolve));
        await turn.take();
        try {
          await commitTogether(db, waiting.splice(0, UNITS_PER_COMMIT));
        } finally {
          turn.give();
        }
      }
    } finally {
      running = undefined;
    }
  }

  return {
    run: <T>(unit: () => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        waiting.push({ run: () => inSavepoint(db, unit, resolve, reject), reject });
        running ??= work();
      }),
    idle: async () => running,
  };
}

/** Compiled once where the database keeps its statements. */
function step(db: Database.Database, sql: string): void {
  db.prepare(sql).run();
}

/** As long as another process may keep the database to itself before a unit is refused. */
const PATIENCE_MILLISECONDS = 5_000;
const RETRY_MILLISECONDS = 20;

/** Waits for its turn without holding up whatever else this process does: SQLite's own waiting would. */
async function begin(db: Database.Database): Promise<void> {
  for (let waited = 0; ; waited += RETRY_MILLISECONDS) {
    try {
      step(db, 'BEGIN IMMEDIATE');
      return;
    } catch (error) {
      if (!isBusy(error) || waited >= PATIENCE_MILLISECONDS) throw error;
    }
    await delay(RETRY_MILLISECONDS);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** Never rejects: whatever goes wrong is told to the units. */
async function commitTogether(db: Database.Database, units: readonly Waiting[]): Promise<void> {
  const outcomes: Outcome[] = [];
  try {
    await begin(db);
    for (const unit of units) outcomes.push(await unit.run());
    step(db, 'COMMIT');
  } catch (error) {
    rollBack(db);
    // A unit that had failed by itself keeps its own reason.
    for (const [index, unit] of units.entries()) {
      if (outcomes[index]?.failed) outcomes[index].settle();
      else unit.reject(error);
    }
    return;
  }
  for (const outcome of outcomes) outcome.settle();
}

/** A rollback that fails leaves nothing committed either; the next BEGIN tries once more or fails its own units. */
function rollBack(db: Database.Database): void {
  try {
    if (db.inTransaction) step(db, 'ROLLBACK');
  } catch {
    // What went wrong first is what the units are told.
  }
}

/** Rejects only when SQLite gave up the whole transaction (disk full, I/O error): then no unit of it counts. */
async function inSavepoint<T>(
  db: Database.Database,
  unit: () => Promise<T>,
  resolve: (value: T) => void,
  reject: (error: unknown) => void,
): Promise<Outcome> {
  step(db, 'SAVEPOINT unit');
  try {
    const value = await unit();
    step(db, 'RELEASE unit');
    return { failed: false, settle: () => resolve(value) };
  } catch (error) {
    if (!db.inTransaction) throw error;
    try {
      step(db, 'ROLLBACK TO unit');
      step(db, 'RELEASE unit');
    } catch {
      // What cannot be undone alone is undone with all, and what went wrong first is told.
      throw error;
    }
    return { failed: true, settle: () => reject(error) };
  }
}
