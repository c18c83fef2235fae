/** For tests of how SQLite goes about what is asked: an empty store, and the plan of every statement. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { afterAll, expect } from 'vitest';
import * as schema from './schema.ts';
import { openStore, type Scope } from './store.ts';

/** Call it once in a file of tests; the store goes with them. */
export async function emptyStore() {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-plans-'));
  const file = join(folder, 'claimside.db');
  await openStore(file).close();
  const database = new Database(file);
  afterAll(() => {
    database.close();
    rmSync(folder, { recursive: true });
  });
  const asked: { sql: string; params: unknown[] }[] = [];
  const logger = { logQuery: (sql: string, params: unknown[]) => void asked.push({ sql, params }) };
  const scope: Scope = { db: drizzle(database, { schema, logger }), practiceId: 'practice' };

  /** How SQLite goes about each statement of `work`. */
  async function plan(work: () => Promise<unknown>): Promise<string[]> {
    asked.length = 0;
    await work();
    return asked.flatMap(({ sql, params }) =>
      (database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...params) as { detail: string }[]).map(
        (step) => step.detail,
      ),
    );
  }

  /** The first step of `work` takes the index, and no step goes through a whole table. */
  async function expectIndex(work: () => Promise<unknown>, index: string): Promise<void> {
    const [first, ...others] = await plan(work);
    expect(first).toContain(index);
    expect(others.filter((step) => step.startsWith('SCAN'))).toEqual([]);
  }

  return { scope, plan, expectIndex };
}
