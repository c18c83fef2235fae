/** A store from before the sizes of the lists were kept has them right after its first start, and keeps them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { countedSizes, mendListSizes, sizesOfLists } from './list-sizes.ts';
import { openStore } from './store.ts';
import { testLedger } from './testing.ts';
import { storeBefore } from './testing-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const AT = '2026-11-20T12:00:00.000Z';

function addClaim(db: Database.Database, id: string, practice: string, status: string, next: string | null) {
  db.prepare(
    `INSERT INTO claims (id, practice_id, idempotency_key, request_hash, visit_key, patient_control_number, claim, ehr,
       corrected_fields, created_by_device, created_at, patient_name, service_date, payer_name, total_charge, status,
       status_since, money, followed_by)
     VALUES (@id, @practice, @id, '', @id, @id, '{}', 'manual', '[]', 'device', @at, 'TEST', '2026-11-16', 'PLAN', 100,
       @status, @at, '{}', @next)`,
  ).run({ id, practice, status, next, at: AT });
}

function addPlace(db: Database.Database, id: string, practice: string, list: string) {
  db.prepare(
    `INSERT INTO worklist_items (practice_id, list, claim_id, since, amount, urgency) VALUES (?, ?, ?, ?, 100, 1)`,
  ).run(practice, list, id, AT);
}

test('filled from the claims and places that are there, for each practice, and kept from then on', async () => {
  const file = join(folder, 'claimside.db');
  const old = storeBefore('_list_sizes', file);
  for (const practice of ['one', 'two'])
    old.prepare('INSERT INTO practices (id, name, created_at) VALUES (?, ?, ?)').run(practice, 'TEST', AT);
  addClaim(old, 'a', 'one', 'paid', null);
  addClaim(old, 'b', 'one', 'with-payer', null);
  addClaim(old, 'c', 'one', 'denied', 'd');
  addClaim(old, 'd', 'one', 'sent', null);
  addClaim(old, 'e', 'one', 'denied', null);
  addClaim(old, 'f', 'two', 'paid', null);
  for (const list of ['needs-you', 'denied']) addPlace(old, 'e', 'one', list);
  addPlace(old, 'b', 'one', 'needs-you');
  old.close();

  const store = openStore(file);
  const ledger = testLedger(store, 'one');
  const other = testLedger(store, 'two');
  expect(await sizesOfLists(ledger.scope)).toMatchObject({
    'needs-you': 2,
    denied: 1,
    rejected: 0,
    'in-progress': 2,
    paid: 1,
    all: 4,
  });
  expect(await sizesOfLists(other.scope)).toMatchObject({ 'needs-you': 0, paid: 1, all: 1 });
  await ledger.learn(await ledger.bill(), { type: 'payer-rejected', codes: [], message: '' });
  expect(await sizesOfLists(ledger.scope)).toMatchObject({ 'needs-you': 3, rejected: 1, all: 5 });
  for (const { write, scope } of [ledger, other]) {
    expect((await countedSizes(scope)).size).toBeGreaterThan(0);
    expect(await write(mendListSizes)).toBe(false);
  }
  await store.close();
});
