import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openServerKey } from './seal.ts';

const random = { randomBytes: (length: number) => randomBytes(length) };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'claimside-key-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a sealed secret opens again after a restart, and does not show in the sealed text', () => {
  const sealed = openServerKey(folder, random).seal('hunter2 é');
  expect(sealed).not.toContain('hunter2');
  expect(openServerKey(folder, random).openSecret(sealed)).toBe('hunter2 é');
});

test('the same secret sealed twice gives two texts', () => {
  const key = openServerKey(folder, random);
  expect(key.seal('hunter2')).not.toBe(key.seal('hunter2'));
});

test.each([
  ['of another key file', (sealed: string) => sealed],
  ['cut short', (sealed: string) => sealed.slice(0, 12)],
  ['of an unknown version', (sealed: string) => sealed.replace('v1', 'v9')],
])('a sealed text %s is refused', (name, change) => {
  const key = openServerKey(folder, random);
  const other = openServerKey(join(folder, 'other'), random);
  const sealed = (name.startsWith('of another') ? other : key).seal('hunter2');
  expect(() => key.openSecret(change(sealed))).toThrow('the sealed secret');
});

test('a sealed text with any one byte changed is refused, be it in the nonce, the tag or the secret', () => {
  const key = openServerKey(folder, random);
  const [version, text = ''] = key.seal('hunter2').split('.');
  const bytes = Buffer.from(text, 'base64url');
  expect(bytes).toHaveLength(12 + 16 + 'hunter2'.length);
  for (let at = 0; at < bytes.length; at += 1) {
    const changed = Buffer.from(bytes);
    changed.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    expect(() => key.openSecret(`${version}.${changed.toString('base64url')}`)).toThrow('the sealed secret');
  }
});

test('the key file can be read by its owner only, and a wider one is refused', () => {
  openServerKey(folder, random);
  const file = join(folder, 'server.key');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  chmodSync(file, 0o644);
  expect(() => openServerKey(folder, random)).toThrow('chmod 600');
});

test('a key file of the wrong length is refused rather than replaced', () => {
  writeFileSync(join(folder, 'server.key'), 'short', { mode: 0o600 });
  expect(() => openServerKey(folder, random)).toThrow('restore it from a backup');
});

test('a code has the same hash after a restart, and another one under another key', () => {
  const hash = openServerKey(folder, random).codeHash('BCDFGHJK');
  expect(openServerKey(folder, random).codeHash('BCDFGHJK')).toBe(hash);
  expect(openServerKey(join(folder, 'other'), random).codeHash('BCDFGHJK')).not.toBe(hash);
});

const GIVEN = 'ab'.repeat(32);

test('a key that is given needs no file, and opens what it sealed', () => {
  const sealed = openServerKey(folder, random, GIVEN).seal('hunter2');
  expect(existsSync(join(folder, 'server.key'))).toBe(false);
  expect(openServerKey(folder, random, GIVEN).openSecret(sealed)).toBe('hunter2');
});

test('a given key that is none, or another than that of the file, is refused', () => {
  expect(() => openServerKey(folder, random, 'short')).toThrow('64 hex digits');
  openServerKey(folder, random);
  expect(() => openServerKey(folder, random, GIVEN)).toThrow('is another key than server.key');
  writeFileSync(join(folder, 'server.key'), Buffer.from(GIVEN, 'hex'));
  expect(openServerKey(folder, random, GIVEN).codeHash('BCDFGHJK')).toHaveLength(64);
});
