import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import { findServerNote } from '../store/server-notes.ts';
import { makeBackup, noteBackup, startDailyBackups } from './backup.ts';

let root: string;
let folder: DataFolder;
let clock: number;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'claimside-backup-'));
  clock = Date.parse('2026-11-20T12:00:00.000Z');
  const runtime = {
    ...systemRuntime(pino({ level: 'silent' })),
    now: () => new Date(clock).toISOString() as UtcInstant,
  };
  folder = await openDataFolder(join(root, 'data'), runtime);
});
afterEach(async () => {
  await folder.close();
  rmSync(root, { recursive: true });
});

/** However slow the machine. */
const SLOW = { timeout: 60_000 };

const lastBackup = () => findServerNote(folder.store.db, 'backup');

test('a backup is readable by its owner alone, and when it was made is known', async () => {
  const file = join(root, 'copy.db');
  await noteBackup(folder, await makeBackup(folder, file));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await lastBackup()).toBe('2026-11-20T12:00:00.000Z');
  expect(readdirSync(root).toSorted()).toEqual(['copy.db', 'data']);
});

test('one that fails leaves nothing behind and counts for nothing', async () => {
  await expect(makeBackup(folder, join(root, 'nowhere', 'copy.db'))).rejects.toThrow();
  expect(await lastBackup()).toBeUndefined();
  expect(readdirSync(root)).toEqual(['data']);
});

test('one that is dated from now on, by a clock that ran ahead, keeps nobody from making the next', async () => {
  await noteBackup(folder, '2027-01-01T00:00:00.000Z' as UtcInstant);
  const daily = startDailyBackups(folder, join(root, 'copies'), 2);
  await vi.waitFor(async () => expect(await lastBackup()).toBe('2026-11-20T12:00:00.000Z'), SLOW);
  await daily.stop();
});

test('one that is told to stop is given up, and is no failure', async () => {
  const failures: unknown[] = [];
  const log = pino({ level: 'error' }, { write: (line) => void failures.push(line) });
  const daily = startDailyBackups(
    {
      runtime: { ...folder.runtime, log },
      store: {
        ...folder.store,
        // As long as it is not told to stop.
        backup: (_, { signal } = {}) =>
          new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
      },
    },
    join(root, 'copies'),
    2,
  );
  await vi.waitFor(() => expect(readdirSync(root)).toContain('copies'), SLOW);
  await daily.stop();
  expect(failures).toEqual([]);
  expect(await lastBackup()).toBeUndefined();
});

test('each day one is made, as many are kept as were asked for, and other files in the folder are left alone', async () => {
  const copies = join(root, 'copies');
  const made = () => readdirSync(copies).filter((name) => name.startsWith('claimside-'));
  for (const day of [20, 21, 22]) {
    clock = Date.parse(`2026-11-${day}T12:00:00.000Z`);
    const daily = startDailyBackups(folder, copies, 2);
    await vi.waitFor(async () => expect(await lastBackup()).toBe(`2026-11-${day}T12:00:00.000Z`), SLOW);
    await daily.stop();
    if (day === 20) writeFileSync(join(copies, 'notes.txt'), 'mine');
  }
  expect(made()).toEqual(['claimside-2026-11-21T12-00-00Z.db', 'claimside-2026-11-22T12-00-00Z.db']);
  expect(readdirSync(copies)).toContain('notes.txt');
  // Less than a day later there is none to make.
  clock += 3_600_000;
  await startDailyBackups(folder, copies, 2).stop();
  expect(made()).toHaveLength(2);
});
