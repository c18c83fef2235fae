/** A part of a transaction that is undone by itself when it does not come to what it should. */
import { sql } from 'drizzle-orm';
import type { Db, Scope } from './store.ts';

/** Does `work` within the caller's transaction, and takes back what it wrote unless it says to keep it, or when it throws. */
export async function attempt<T extends { readonly keep: boolean }>(
  { db }: Scope,
  work: () => Promise<T>,
): Promise<T> {
  await db.run(sql`SAVEPOINT attempt`);
  let outcome: T;
  try {
    outcome = await work();
  } catch (error) {
    // Where SQLite has given the whole transaction up (a full disk), nothing is left to undo: why is what counts.
    await undo(db).catch(() => {});
    throw error;
  }
  if (outcome.keep) await db.run(sql`RELEASE attempt`);
  else await undo(db);
  return outcome;
}

async function undo(db: Db): Promise<void> {
  await db.run(sql`ROLLBACK TO attempt`);
  await db.run(sql`RELEASE attempt`);
}
