/** A practice with as many claims as an old large one has, a part of them on worklists; built once for each schema, then kept. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { foldMoney } from '@claimside/shared/lifecycle';
import { cents } from '@claimside/shared/values';
import type Database from 'better-sqlite3';
import { insertPractice } from '../../src/store/practices.ts';
import { openStore } from '../../src/store/store.ts';
import { AT } from '../../src/store/testing.ts';
import { fillStore } from '../fill-store.ts';

export const PRACTICE = 'practice';

export interface Size {
  readonly claims: number;
  /** One in so many stands on worklists, on two of them. */
  readonly workedEach: number;
}

/** Gives a folder with the store; one of this size that an older schema left is removed. */
export async function keptStore(size: Size, progress: (line: string) => void): Promise<string> {
  const root = join(import.meta.dirname, '../../../.claimside/bench');
  const ofSize = `lists-${size.claims}-`;
  const name = `${ofSize}${schemaHash()}`;
  const folder = join(root, name);
  if (existsSync(folder)) return folder;
  mkdirSync(root, { recursive: true });
  for (const old of readdirSync(root))
    if (old.startsWith(ofSize)) rmSync(join(root, old), { recursive: true });
  const building = join(root, `lists-building-${process.pid}`);
  progress(`a store of ${size.claims} claims is built; the next run finds it`);
  const file = join(building, 'claimside.db');
  const store = openStore(file);
  await store.transaction((db) => insertPractice(db, { id: PRACTICE, name: 'BENCH', createdAt: AT }));
  await store.close();
  fillStore(file, (db) => fill(db, size));
  renameSync(building, folder);
  return folder;
}

/** Of the migrations and of what fills the tables. */
function schemaHash(): string {
  const migrations = join(import.meta.dirname, '../../src/store/migrations');
  const hash = createHash('sha256');
  for (const name of readdirSync(migrations).sort())
    if (name.endsWith('.sql')) hash.update(readFileSync(join(migrations, name)));
  return hash
    .update(readFileSync(import.meta.filename))
    .digest('hex')
    .slice(0, 12);
}

/** Ids as random as real ones, so that what is looked up together does not stand together. */
function fill(db: Database.Database, { claims, workedEach }: Size): void {
  const money = JSON.stringify(foldMoney(cents(424_242), [])).replaceAll('424242', "' || charge || '");
  db.exec(`
    CREATE TEMP TABLE made AS
    WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${claims})
    SELECT i, lower(hex(randomblob(10))) AS id,
      date('2020-01-01', (i % 2000) || ' days') AS day,
      5000 + (i % 977) * 100 AS charge,
      i % 5000 AS who,
      i % 40 AS payer,
      i % ${workedEach} = 0 AS is_worked,
      1000000000 + i % 12 AS npi,
      CASE i % 3 WHEN 0 THEN '11|' WHEN 1 THEN '22|1999999984' ELSE '10|' END AS location
    FROM n`);
  const name = "'sample' || who";
  db.exec(`
    INSERT INTO claims (id, practice_id, idempotency_key, request_hash, visit_key, services_key, patient_key,
      patient_control_number, claim, ehr, corrected_fields, created_by_device, created_at, patient_name, last_name_key,
      later_name_key, first_name_key, rendering_npi, location, service_date, payer_name, total_charge, status, status_since, money)
    SELECT id, '${PRACTICE}', id, '', id, id, 'p' || who, printf('C%09d', i), '{}', 'manual', '[]', 'device',
      day || 'T12:00:00.000Z', upper(${name}) || ', ' || iif(who % 2, 'ANNA', 'BERT'), ${name},
      iif(who % 10 = 0, 'other' || who, NULL), iif(who % 2, 'anna', 'bert'), npi, location, day, 'PAYER ' || payer, charge,
      CASE WHEN is_worked THEN 'denied' WHEN i % 50 = 1 THEN 'with-payer' ELSE 'paid' END,
      day || 'T12:00:00.000Z', '${money}'
    FROM made ORDER BY i`);
  db.exec(`INSERT INTO claim_payers SELECT DISTINCT '${PRACTICE}', 'PAYER ' || payer FROM made`);
  for (const list of ['needs-you', 'denied'])
    db.exec(`
      INSERT INTO worklist_items (practice_id, list, claim_id, since, amount, deadline, urgency, payer_name, assigned_to,
        rendering_npi, location)
      SELECT '${PRACTICE}', '${list}', id, day || 'T12:00:00.000Z', charge, date(day, '90 days'),
        CAST(1000000 * (log2(charge) - julianday(day, '90 days') / 14) AS INTEGER), 'PAYER ' || payer, NULL, npi, location
      FROM made WHERE is_worked`);
  db.exec('DROP TABLE made');
}
