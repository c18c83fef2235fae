import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { cacheStatements } from './statement-cache.ts';

function opened(): Database.Database {
  const db = new Database(':memory:');
  cacheStatements(db);
  return db;
}

test('the same SQL gives the same statement, in its plain state whatever was done with it', () => {
  const db = opened();
  const first = db.prepare('select ? as value');
  expect(first.raw().all(1)).toEqual([[1]]);
  const second = db.prepare('select ? as value');
  expect(second).toBe(first);
  expect(second.all(2)).toEqual([{ value: 2 }]);
  db.close();
});

test('a statement goes on after the tables have changed', () => {
  const db = opened();
  db.exec('create table t (a)');
  db.prepare('insert into t values (1)').run();
  expect(db.prepare('select * from t').all()).toEqual([{ a: 1 }]);
  db.exec('alter table t add column b');
  expect(db.prepare('select * from t').all()).toEqual([{ a: 1, b: null }]);
  db.close();
});

test('ever new SQL pushes out what was used longest ago, and that still works when it comes back', () => {
  const db = opened();
  const often = db.prepare('select 0 as value');
  const once = db.prepare('select -1 as value');
  for (let value = 1; value <= 500; value += 1) {
    expect(db.prepare(`select ${value} as value`).all()).toEqual([{ value }]);
    expect(db.prepare('select 0 as value')).toBe(often);
  }
  const again = db.prepare('select -1 as value');
  expect(again).not.toBe(once);
  expect(again.all()).toEqual([{ value: -1 }]);
  db.close();
});
