/** A part of a transaction that is undone by itself when it does not come to what it should. */
import { sql } from 'drizzle-orm';
import type { Scope } from './store.ts';

/** Does `work` within the caller's transaction, and takes back what it wrote unless it says to keep it, or when it throws. */
export async function attempt<T extends { readonly keep: boolean }>(
  { db }: Scope,
  work: () => Promise<T>,
): Promise<T> {
  await db.run(sql`SAVEPOINT attempt`);
  let keep = false;
  try {
    const outcome = await work();
    keep = outcome.keep;
    return outcome;
  } finally {
    if (!keep) await db.run(sql`ROLLBACK TO attempt`);
    await db.run(sql`RELEASE attempt`);
  }
}
