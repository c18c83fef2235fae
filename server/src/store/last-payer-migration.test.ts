/** In an older store the payer of the claim that stands for an account is known from the first start, before anything is derived anew. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { reportAccounts } from './schema.ts';
import { openStore } from './store.ts';
import { storeBefore } from './testing-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What must have a value and is not given one gets `0`. */
function insert(db: Database.Database, table: string, values: Readonly<Record<string, string>>): void {
  const columns = db.pragma(`table_info(${table})`) as {
    name: string;
    notnull: number;
    dflt_value: unknown;
  }[];
  const wanted = columns.filter(
    ({ name, notnull, dflt_value }) => name in values || (notnull === 1 && dflt_value === null),
  );
  const row = Object.fromEntries(wanted.map(({ name }) => [name, values[name] ?? '0']));
  const names = Object.keys(row);
  db.prepare(`INSERT INTO ${table} (${names}) VALUES (${names.map((name) => `@${name}`)})`).run(row);
}

test('it is that of the claim, the first claim’s stays beside it', async () => {
  const file = join(folder, 'claimside.db');
  const old = storeBefore('_last_payer', file);
  insert(old, 'practices', { id: 'one', name: 'TEST' });
  insert(old, 'claims', { id: 'second', practice_id: 'one', payer_name: 'OTHER PLAN' });
  const account = { practice_id: 'one', claim_id: 'second', payer_name: 'FIRST PLAN', money: '{}' };
  insert(old, 'report_accounts', account);
  old.close();

  const store = openStore(file);
  expect(await store.db.select().from(reportAccounts)).toMatchObject([
    { claimId: 'second', payerName: 'FIRST PLAN', lastPayerName: 'OTHER PLAN' },
  ]);
  await store.close();
});
