/** The log of who did what: chained as it is written, so that whatever is changed afterwards shows. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type IsoDate, isIsoDate, type UtcInstant } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertAuditEntry } from './audit.ts';
import { checkAudit } from './audit-chain.ts';
import { listAuditEntries, searchAudit } from './audit-log.ts';
import { openStore, type Scope, type Store } from './store.ts';
import { meddleWith } from './testing-meddle.ts';
import { storeBefore } from './testing-migrations.ts';

let folder: string;
let file: string;
let store: Store | undefined;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-audit-'));
  file = join(folder, 'claimside.db');
});
afterEach(async () => {
  await store?.close();
  store = undefined;
  rmSync(folder, { recursive: true });
});

const PRACTICES = `INSERT INTO practices (id, name, created_at) VALUES
  ('p1', 'TEST', '2026-11-01'), ('p2', 'OTHER TEST', '2026-11-01')`;

function begin(): (practiceId?: string) => Scope {
  store = openStore(file);
  const { db } = store;
  return (practiceId = 'p1') => ({ db, practiceId });
}

async function write(practiceId: string, from: number, to: number): Promise<void> {
  for (let number = from; number <= to; number += 1)
    await store?.transaction((db) =>
      insertAuditEntry(
        { db, practiceId },
        {
          id: `${practiceId}-${number}`,
          at: `2026-11-${String(number).padStart(2, '0')}T10:00:00.000Z` as UtcInstant,
          deviceId: number % 2 === 0 ? 'd1' : null,
          action: number % 3 === 0 ? 'claim-billed' : 'claim-read',
          subject: `claim-${number}`,
        },
      ),
    );
}

const meddle = (sql: string) => meddleWith(file, sql);

test('entries of each practice are numbered from 1, and whole', async () => {
  const scope = begin();
  meddle(PRACTICES);
  await write('p1', 1, 3);
  await write('p2', 1, 1);
  await write('p1', 4, 4);
  expect((await listAuditEntries(scope())).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  expect(await checkAudit(scope())).toMatchObject({ entries: 4, brokenAt: null });
  expect(await checkAudit(scope('p2'))).toMatchObject({ entries: 1, brokenAt: null });
});

test.each([
  [
    'a changed deed',
    `UPDATE audit_entries SET action = 'claim-read' WHERE sequence = 3 AND practice_id = 'p1'`,
    3,
  ],
  ['another time', `UPDATE audit_entries SET at = '2026-11-09' WHERE sequence = 2 AND practice_id = 'p1'`, 2],
  [
    'another person',
    `UPDATE audit_entries SET device_id = 'd2' WHERE sequence = 4 AND practice_id = 'p1'`,
    4,
  ],
  ['an entry taken out', `DELETE FROM audit_entries WHERE sequence = 2 AND practice_id = 'p1'`, 3],
  ['the first taken out', `DELETE FROM audit_entries WHERE sequence = 1 AND practice_id = 'p1'`, 2],
  [
    'an entry taken out and the rest numbered anew',
    `DELETE FROM audit_entries WHERE sequence = 2 AND practice_id = 'p1';
     UPDATE audit_entries SET sequence = -sequence WHERE sequence > 2 AND practice_id = 'p1';
     UPDATE audit_entries SET sequence = -sequence - 1 WHERE sequence < 0`,
    2,
  ],
  ['a hash taken away', `UPDATE audit_entries SET hash = '' WHERE sequence = 3 AND practice_id = 'p1'`, 3],
])('%s shows', async (_, sql, brokenAt) => {
  const scope = begin();
  meddle(PRACTICES);
  await write('p1', 1, 5);
  meddle(sql);
  expect(await checkAudit(scope())).toMatchObject({ brokenAt });
});

test('entries taken off the end show by the hash that was noted elsewhere, and not before', async () => {
  const scope = begin();
  meddle(PRACTICES);
  await write('p1', 1, 5);
  const noted = await checkAudit(scope());
  await write('p1', 6, 6);
  expect(await checkAudit(scope(), noted.hash)).toMatchObject({ brokenAt: null, isKnown: true });
  meddle(`DELETE FROM audit_entries WHERE sequence >= 5`);
  expect(await checkAudit(scope(), noted.hash)).toMatchObject({ entries: 4, brokenAt: null, isKnown: false });
});

test('what an earlier version wrote is numbered by its time, and the chain begins with it', async () => {
  const before = storeBefore('audit_chain', file);
  before.exec(PRACTICES);
  before.exec(`INSERT INTO audit_entries (id, practice_id, at, device_id, action, subject) VALUES
    ('b', 'p1', '2026-10-02', NULL, 'claim-read', 'c1'), ('a', 'p1', '2026-10-01', NULL, 'claim-read', 'c1'),
    ('c', 'p2', '2026-10-01', NULL, 'claim-read', 'c1')`);
  before.close();
  const scope = begin();
  await write('p1', 1, 2);
  expect((await listAuditEntries(scope())).map(({ id, sequence }) => [id, sequence])).toEqual([
    ['a', 1],
    ['b', 2],
    ['p1-1', 3],
    ['p1-2', 4],
  ]);
  expect(await checkAudit(scope())).toMatchObject({ entries: 4, brokenAt: null });
  meddle(`UPDATE audit_entries SET subject = 'c2' WHERE id = 'b'`);
  expect(await checkAudit(scope())).toMatchObject({ brokenAt: 3 });
});

test('the log is searched by day, deed, person and subject, the newest first', async () => {
  const scope = begin();
  meddle(PRACTICES);
  await write('p1', 1, 9);
  const day = (text: string): IsoDate => {
    if (!isIsoDate(text)) throw new Error('no date');
    return text;
  };
  const found = async (filter: Parameters<typeof searchAudit>[1], limit = 10) =>
    (await searchAudit(scope(), filter, limit)).map(({ sequence }) => sequence);
  expect(await found({}, 3)).toEqual([9, 8, 7]);
  expect(await found({ before: 7 }, 3)).toEqual([6, 5, 4]);
  expect(await found({ from: day('2026-11-03'), to: day('2026-11-05') })).toEqual([5, 4, 3]);
  expect(await found({ action: 'claim-billed' })).toEqual([9, 6, 3]);
  expect(await found({ deviceId: 'd1' })).toEqual([8, 6, 4, 2]);
  expect(await found({ subject: 'claim-4' })).toEqual([4]);
  expect(await searchAudit(scope('p2'), {}, 10)).toEqual([]);
});
