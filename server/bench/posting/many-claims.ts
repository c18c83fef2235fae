/** Makes a store of as many claims as are wanted: one is billed by the real code, the others are copies of its rows. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { insertPractice } from '../../src/store/practices.ts';
import { openStore } from '../../src/store/store.ts';
import { AT, testLedger } from '../../src/store/testing.ts';
import { fillStore } from '../fill-store.ts';

export const PRACTICE = 'practice';

/** CLM01 of the claim of this place, from 1. */
export const numberOf = (place: number): string => `C${String(place).padStart(9, '0')}`;

/** Gives the database file. */
export async function storeOfClaims(folder: string, claims: number): Promise<string> {
  const file = join(folder, `claims-${claims}.db`);
  const template = await billOne(file);
  fillStore(file, (db) => {
    numberThem(db, claims);
    for (const [table, columns] of Object.entries(COPIED)) copyRows(db, table, columns, template);
  });
  return file;
}

async function billOne(file: string): Promise<string> {
  const store = openStore(file);
  await store.transaction((db) => insertPractice(db, { id: PRACTICE, name: 'BENCH', createdAt: AT }));
  const ledger = testLedger(store, PRACTICE);
  const id = await ledger.bill();
  await ledger.learn(
    id,
    { type: 'sent', outboundFileId: 'file', fileName: 'BENCH_FILE' },
    { type: 'file-accepted', withErrors: false },
    { type: 'payer-accepted' },
  );
  await store.close();
  return id;
}

/** What of a copied row is its own. `n.id` is the id of the claim, `n.place` its place. */
const COPIED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  claims: {
    id: 'n.id',
    idempotency_key: 'n.id',
    visit_key: 'n.id',
    services_key: 'n.id',
    patient_key: 'n.id',
    patient_control_number: "printf('C%09d', n.place)",
    service_date: "date('2024-01-01', (n.place % 700) || ' days')",
  },
  claim_events: { id: "n.id || '-' || t.sequence", claim_id: 'n.id' },
  journal_transactions: { id: 'n.id', dedupe_key: "'claim:' || n.id || ':1'" },
  journal_entries: { transaction_id: 'n.id', claim_account: 'n.id' },
};

/** Ids as random as real ones, so that what is looked up together does not stand together. */
function numberThem(db: Database.Database, claims: number): void {
  db.exec('CREATE TEMP TABLE numbered (place INTEGER, id TEXT)');
  const insert = db.prepare('INSERT INTO numbered VALUES (?, ?)');
  db.transaction(() => {
    for (let place = 2; place <= claims; place += 1) insert.run(place, randomBytes(10).toString('hex'));
  })();
}

function copyRows(
  db: Database.Database,
  table: string,
  own: Readonly<Record<string, string>>,
  template: string,
): void {
  const columns = (db.prepare(`PRAGMA table_info(${table})`).all() as { name: string }[]).map(
    ({ name }) => name,
  );
  const values = columns.map((name) => own[name] ?? `t.${name}`);
  db.exec(
    `INSERT INTO ${table} (${columns}) SELECT ${values} FROM numbered n, ${table} t WHERE ${OF_TEMPLATE[table]?.(template)} ORDER BY n.id`,
  );
}

const OF_TEMPLATE: Readonly<Record<string, (id: string) => string>> = {
  claims: (id) => `t.id = '${id}'`,
  claim_events: (id) => `t.claim_id = '${id}'`,
  journal_transactions: (id) => `t.dedupe_key = 'claim:${id}:1'`,
  journal_entries: (id) => `t.claim_account = '${id}'`,
};
