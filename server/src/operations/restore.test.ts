import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import Database from 'better-sqlite3';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { admitDevice } from '../access/index.ts';
import { openDataFolder } from '../data-folder.ts';
import { startServer } from '../run.ts';
import { systemRuntime } from '../runtime.ts';
import { beginStart } from '../store/processes.ts';
import { findServerNote, noteServer } from '../store/server-notes.ts';
import { makeBackup } from './backup.ts';
import { restoreBackup } from './restore.ts';

const runtime = systemRuntime(pino({ level: 'silent' }));
const NOW = '2026-11-20T12:00:00.000Z' as UtcInstant;
let root: string;
let dataDir: string;
let backup: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'claimside-restore-'));
  dataDir = join(root, 'data');
  backup = join(root, 'backup.db');
  await inData(async (store) => makeBackup({ store, runtime }, backup));
  // What came after the backup.
  await inData((store) => store.transaction((db) => noteServer(db, 'alive', NOW)));
});
afterEach(() => rmSync(root, { recursive: true }));

async function inData<T>(work: (store: Awaited<ReturnType<typeof openDataFolder>>['store']) => Promise<T>) {
  const folder = await openDataFolder(dataDir, runtime);
  try {
    return await work(folder.store);
  } finally {
    await folder.close();
  }
}
const isAsBefore = async () => (await inData((store) => findServerNote(store.db, 'alive'))) === NOW;

test('the data is as it was when the backup was made, and what stood there is kept beside it', async () => {
  const { replaced } = await restoreBackup(backup, dataDir, NOW);
  expect(await isAsBefore()).toBe(false);
  expect(replaced).toBe(join(dataDir, 'claimside.db.before-restore-2026-11-20T12-00-00Z'));
  expect(existsSync(replaced ?? '')).toBe(true);
  expect(readdirSync(dataDir).filter((name) => name.includes('.part'))).toEqual([]);
});

test('into a new folder there is nothing to keep; the first start says that it is a copy', async () => {
  const fresh = join(root, 'fresh');
  expect((await restoreBackup(backup, fresh, NOW)).replaced).toBeNull();
  const lines: string[] = [];
  const server = await startServer({ dataDir: fresh, runtime, print: (line) => lines.push(line) });
  await server.close();
  expect(lines.join('\n')).toContain('This data was restored from a backup');
});

test('a browser that was revoked after the backup does not come in again, nor any other, before somebody lets it in', async () => {
  const server = await startServer({ dataDir, runtime });
  const pairing = { code: server.ownerCode ?? '', deviceName: 'Front desk' };
  const json = { 'content-type': 'application/json' };
  const paired = await fetch(`${server.url}/api/v1/pairing`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(pairing),
  });
  const { token, deviceId } = (await paired.json()) as { token: string; deviceId: string };
  const asks = async ({ url }: { url: string }) => {
    const answer = await fetch(`${url}/api/v1/session`, { headers: { authorization: `Bearer ${token}` } });
    return answer.status === 200 ? 200 : ((await answer.json()) as { code: string }).code;
  };
  expect(await asks(server)).toBe(200);
  await server.close();
  const later = join(root, 'later.db');
  await inData((store) => makeBackup({ store, runtime }, later));

  await restoreBackup(later, dataDir, NOW);
  const lines: string[] = [];
  const again = await startServer({ dataDir, runtime, print: (line) => lines.push(line) });
  expect(await asks(again)).toBe('device-waits');
  expect(lines.join('\n')).toContain(
    `Front desk (admin) waits to be let in again: it may have been revoked since. If it is still the practice’s: claimside devices admit ${deviceId}`,
  );
  const folder = await openDataFolder(dataDir, runtime);
  await folder.store.transaction((db) => admitDevice(runtime, { ...folder.scope, db }, deviceId, null));
  await folder.close();
  expect(await asks(again)).toBe(200);
  await again.close();
});

test('a copy that was made by other means counts as one too', async () => {
  const copied = join(root, 'copied.db');
  cpSync(join(dataDir, 'claimside.db'), copied);
  await restoreBackup(copied, join(root, 'fresh'), NOW);
  const lines: string[] = [];
  const server = await startServer({
    dataDir: join(root, 'fresh'),
    runtime,
    print: (line) => lines.push(line),
  });
  await server.close();
  expect(lines.join('\n')).toContain('This data was restored from a backup');
});

describe('refused, with nothing changed', () => {
  test('while a server works with the folder', async () => {
    const server = await startServer({ dataDir, runtime });
    await expect(restoreBackup(backup, dataDir, NOW)).rejects.toThrow('Stop it, then restore');
    await server.close();
  });

  test('while another restore is under way, whose copy stays', async () => {
    const lock = await beginStart(dataDir);
    const growing = join(dataDir, 'claimside.db.part');
    writeFileSync(growing, 'half of it');
    await expect(restoreBackup(backup, dataDir, NOW)).rejects.toThrow('Stop it, then restore');
    expect(existsSync(growing)).toBe(true);
    lock?.release();
  });

  test.each<[string, (file: string) => void, string]>([
    ['a file that is no database', (file) => writeFileSync(file, 'a letter'), 'is damaged, or is no backup'],
    [
      'a database of something else',
      (file) => void new Database(file).exec('CREATE TABLE t (x)').close(),
      'none of Claimside’s',
    ],
    [
      'one of a later version',
      (file) => {
        cpSync(backup, file);
        const db = new Database(file);
        db.exec("INSERT INTO __drizzle_migrations (hash, created_at) VALUES ('later', 9999999999999)");
        db.close();
      },
      'made by a later version',
    ],
  ])('%s', async (_, make, words) => {
    const file = join(root, 'other.db');
    make(file);
    await expect(restoreBackup(file, dataDir, NOW)).rejects.toThrow(words);
    expect(await isAsBefore()).toBe(true);
  });

  test('a file that is not there', async () => {
    await expect(restoreBackup('/nowhere.db', dataDir, NOW)).rejects.toThrow('There is no file');
  });
});
