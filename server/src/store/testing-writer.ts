/** For tests: a process that writes units of two rows each, many at once, and tells of each that was answered, until it is killed. */
import { writeSync } from 'node:fs';
import type { UtcInstant } from '@claimside/shared/values';
import { insertPractice } from './practices.ts';
import { openStore } from './store.ts';

const UNITS_AT_ONCE = 20;
/** An end of its own, should nobody kill it. */
const UNITS = 20_000;

const store = openStore(process.argv[2] ?? '');
const createdAt = '2026-11-22T12:00:00.000Z' as UtcInstant;
let units = 0;

async function writer(): Promise<void> {
  while (units < UNITS) {
    const unit = String(units++).padStart(6, '0');
    await store.transaction(async (db) => {
      await insertPractice(db, { id: `${unit}-first`, name: 'TEST', createdAt });
      await insertPractice(db, { id: `${unit}-second`, name: 'TEST', createdAt });
    });
    writeSync(1, `${unit}\n`);
  }
}

await Promise.all(Array.from({ length: UNITS_AT_ONCE }, writer));
