/** A file that was set aside before it was kept who had done so is listed as set aside after the update, with who, when and why. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { searchFiles } from './files.ts';
import { openStore } from './store.ts';
import { storeBefore } from './testing-migrations.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-migration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const AT = '2026-11-20T12:00:00.000Z';

test('from the log and the reason that stood in the place of its own', async () => {
  const file = join(folder, 'claimside.db');
  const old = storeBefore('_set_aside', file);
  old.prepare('INSERT INTO practices (id, name, created_at) VALUES (?, ?, ?)').run('one', 'TEST', AT);
  old
    .prepare(
      `INSERT INTO devices (id, practice_id, name, role, token_hash, paired_at) VALUES ('d', 'one', 'FRONT DESK', 'biller', 'h', ?)`,
    )
    .run(AT);
  const addFile = old.prepare(
    `INSERT INTO inbound_files (id, practice_id, name, bytes, sha256, size_bytes, kind, state, reason, received_at)
     VALUES (@id, 'one', @id, x'41', @id, 1, 'unknown', 'read', @reason, @at)`,
  );
  addFile.run({ id: 'aside', reason: 'An advertisement', at: AT });
  addFile.run({ id: 'read', reason: null, at: AT });
  old
    .prepare(
      `INSERT INTO audit_entries (id, practice_id, at, device_id, action, subject) VALUES ('e', 'one', ?, 'd', 'file-set-aside', 'aside')`,
    )
    .run(AT);
  old.close();

  const store = openStore(file);
  expect(
    await searchFiles({ db: store.db, practiceId: 'one' }, { state: 'set-aside', limit: 5 }),
  ).toMatchObject({
    files: [
      {
        id: 'aside',
        reason: 'It was set aside. Save a copy to see what it is.',
        decision: { kind: 'set-aside', at: AT, by: 'FRONT DESK', reason: 'An advertisement' },
      },
    ],
    found: 1,
  });
  await store.close();
});
