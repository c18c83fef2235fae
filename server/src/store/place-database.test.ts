/** A restore that is cut: what stood there stands there still, whole. */
import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { copyForOwner, placeDatabase } from './place-database.ts';

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'claimside-place-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

function database(file: string, note: string): void {
  const db = new Database(file);
  db.exec('CREATE TABLE notes (text TEXT)');
  db.prepare('INSERT INTO notes VALUES (?)').run(note);
  db.close();
}

function noteIn(file: string): unknown {
  const db = new Database(file, { fileMustExist: true });
  try {
    return db.prepare('SELECT text FROM notes').pluck().get();
  } finally {
    db.close();
  }
}

test('the new one stands in the place, the old one aside', () => {
  const at = folder();
  database(join(at, 'claimside.db'), 'old');
  database(join(at, 'ready.db'), 'new');
  expect(placeDatabase(join(at, 'ready.db'), join(at, 'claimside.db'), join(at, 'aside.db'))).toBe(true);
  expect([noteIn(join(at, 'claimside.db')), noteIn(join(at, 'aside.db'))]).toEqual(['new', 'old']);
  expect(readdirSync(at).toSorted()).toEqual(['aside.db', 'claimside.db']);
});

test('cut before the new one is in its place, the old one is still there', () => {
  const at = folder();
  database(join(at, 'claimside.db'), 'old');
  const missing = join(at, 'missing.db');
  expect(() => placeDatabase(missing, join(at, 'claimside.db'), join(at, 'aside.db'))).toThrow('ENOENT');
  expect(noteIn(join(at, 'claimside.db'))).toBe('old');
});

test('a backup that anybody may read is copied to where its owner alone may', () => {
  const at = folder();
  writeFileSync(join(at, 'backup.db'), 'x'.repeat(2_500_000));
  chmodSync(join(at, 'backup.db'), 0o644);
  copyForOwner(join(at, 'backup.db'), join(at, 'copy.db'));
  expect(statSync(join(at, 'copy.db'))).toMatchObject({ size: 2_500_000 });
  expect(statSync(join(at, 'copy.db')).mode & 0o777).toBe(0o600);
});
