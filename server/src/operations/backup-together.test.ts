/** Two servers on one folder make their backups at the same moment. */
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { isWholeDatabase } from '../store/backup-check.ts';
import { openStore } from '../store/store.ts';
import { DamagedCopy, makeBackup } from './backup.ts';

function folderWithStore() {
  const folder = mkdtempSync(join(tmpdir(), 'claimside-together-'));
  const store = openStore(join(folder, 'claimside.db'));
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true });
  });
  const runtime = { now: () => '2026-11-20T12:00:00.000Z' as UtcInstant, log: pino({ level: 'silent' }) };
  return { folder, tools: { store, runtime } };
}

test('backups of one name that are made at once leave one that is whole, and nothing beside it', async () => {
  const { folder, tools } = folderWithStore();
  const copy = join(folder, 'copy.db');
  await Promise.all([makeBackup(tools, copy), makeBackup(tools, copy)]);
  expect(statSync(copy).size).toBeGreaterThan(0);
  expect(await isWholeDatabase(copy)).toBe(true);
  expect(readdirSync(folder).filter((name) => name.includes('.part'))).toEqual([]);
});

test('a file without tables is no backup', async () => {
  const { folder, tools } = folderWithStore();
  const empty = join(folder, 'empty.db');
  writeFileSync(empty, '');
  expect(await isWholeDatabase(empty)).toBe(false);
  const copying = { store: { ...tools.store, backup: async (file: string) => writeFileSync(file, '') } };
  await expect(makeBackup({ ...tools, ...copying }, join(folder, 'x.db'))).rejects.toBeInstanceOf(
    DamagedCopy,
  );
  expect(existsSync(join(folder, 'x.db'))).toBe(false);
});
