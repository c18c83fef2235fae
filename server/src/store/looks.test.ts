/** Who looked at what: on record before it is shown, whatever becomes of the process, and then in the log, once. */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { checkAudit } from './audit-chain.ts';
import { listAuditEntries } from './audit-log.ts';
import { insertPractice } from './practices.ts';
import { openStore, type Store } from './store.ts';

let folder: string;
let file: string;
let store: Store;
const at = '2026-11-28T10:00:00.000Z' as UtcInstant;
const looks = () => join(folder, 'looks.db');

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-looks-'));
  file = join(folder, 'claimside.db');
  store = openStore(file);
  await store.transaction((db) => insertPractice(db, { id: 'p1', name: 'TEST', createdAt: at }));
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

const look = (by: Store, id: string) =>
  by.looks.note('p1', { id, at, deviceId: 'd1', action: 'claim-read', subject: `claim-${id}` });
const entries = (of: Store) => listAuditEntries({ db: of.db, practiceId: 'p1' });

test('a look is noted while another writer keeps the database, and stands in the log once that is done', async () => {
  let release: (() => void) | undefined;
  const gate = new Promise<void>((open) => {
    release = open;
  });
  const writing = store.transaction(() => gate);
  await look(store, 'one');
  await look(store, 'a second');
  expect(await entries(store)).toEqual([]);
  release?.();
  await writing;
  await store.looks.moved();
  expect(await entries(store)).toMatchObject([
    { sequence: 1, deviceId: 'd1', action: 'claim-read', subject: 'claim-one', at },
    { sequence: 2, subject: 'claim-a second' },
  ]);
  expect(await checkAudit({ db: store.db, practiceId: 'p1' })).toMatchObject({ entries: 2, brokenAt: null });
});

test('it comes into the log by itself', async () => {
  await look(store, 'one');
  await expect.poll(() => entries(store)).toHaveLength(1);
});

test('a process that is killed right after a look leaves it, and the next one moves it, once', async () => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'testing-looker.ts'), file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = new Promise<string>((done) => child.stdout.once('data', (bytes) => done(String(bytes))));
  const ended = new Promise((done) => child.once('exit', done));
  expect(await said).toBe('noted\n');
  child.kill('SIGKILL');
  await ended;
  expect(await entries(store)).toEqual([]);
  await store.looks.moved();
  await store.looks.moved();
  expect((await entries(store)).map(({ subject }) => subject)).toEqual(['claim-killed']);
});

test('what two processes move at once, or one moved and died before it said so, is in the log once', async () => {
  const other = openStore(file);
  try {
    for (let number = 1; number <= 20; number += 1) await look(number % 2 === 0 ? store : other, `${number}`);
    await Promise.all([store.looks.moved(), other.looks.moved()]);
    await look(store, '1');
    await Promise.all([store.looks.moved(), other.looks.moved()]);
    const found = (await entries(store)).map(({ subject }) => subject);
    expect(found).toHaveLength(20);
    expect(new Set(found).size).toBe(20);
  } finally {
    await other.close();
  }
});

test('the file is made at the first look, for the owner alone; closing moves what is left', async () => {
  expect(existsSync(looks())).toBe(false);
  await look(store, 'one');
  expect(statSync(looks()).mode & 0o777).toBe(0o600);
  await store.close();
  store = openStore(file);
  expect(await entries(store)).toHaveLength(1);
});
