/** Counts what this thread asks of SQLite, and lets the so-manieth of it fail, in the ways in which a disk does. */
import Database from 'better-sqlite3';

export const FAILURES = ['refused', 'given up', 'not told', 'full'] as const;
/**
 * `refused`: nothing was done. `given up`: and the whole transaction is rolled back. `not told`: it was done all the same, a commit too.
 * `full`: from here on SQLite finds no room for another page, for some statements.
 */
export type Failure = (typeof FAILURES)[number];

/** For so many statements a full disk stays full. */
const FULL_STATEMENTS = 40;
const NO_LIMIT = 1_073_741_823;

interface Watch {
  asked: number;
  readonly at: number;
  readonly failure: Failure;
  full: Database.Database | undefined;
}

let watch: Watch | undefined;
let isTapped = false;

/** From now on the `at`-th statement fails, counted from 1; 0: none does. */
export function failAt(at: number, failure: Failure): void {
  if (!isTapped) tap();
  isTapped = true;
  watch = { asked: 0, at, failure, full: undefined };
}

/** Nothing fails any more; gives how much was asked. */
export function failNoMore(): number {
  const asked = watch?.asked ?? 0;
  makeRoom();
  watch = undefined;
  return asked;
}

function tap(): void {
  const memory = new Database(':memory:');
  const prototype: object = Object.getPrototypeOf(memory.prepare('select 1'));
  memory.close();
  for (const name of ['run', 'get', 'all']) {
    const real: unknown = Reflect.get(prototype, name);
    if (typeof real !== 'function') throw new Error(`statements have no ${name}`);
    Reflect.set(prototype, name, function (this: Database.Statement, ...given: unknown[]) {
      const fail = before(this);
      const done =
        fail?.failure === 'refused' || fail?.failure === 'given up' || Reflect.apply(real, this, given);
      if (!fail || fail.failure === 'full') return done;
      throw new Database.SqliteError('disk I/O error', 'SQLITE_IOERR_WRITE');
    });
  }
}

/** Something when this statement is the one. */
function before({ database }: Database.Statement): Watch | undefined {
  if (!watch) return undefined;
  watch.asked += 1;
  if (watch.full && watch.asked > watch.at + FULL_STATEMENTS) makeRoom();
  if (watch.asked !== watch.at) return undefined;
  // What is done to make it fail is not counted.
  const found = watch;
  watch = undefined;
  if (found.failure === 'given up' && database.inTransaction) database.exec('rollback');
  if (found.failure === 'full') {
    const pages = database.pragma('page_count', { simple: true });
    database.pragma(`max_page_count = ${pages}`);
    found.full = database;
  }
  watch = found;
  return found;
}

function makeRoom(): void {
  const full = watch?.full;
  if (watch) watch.full = undefined;
  if (full?.open) full.pragma(`max_page_count = ${NO_LIMIT}`);
}
