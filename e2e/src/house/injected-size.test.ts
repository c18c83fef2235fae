/** What is put into every page of an EHR stays small; nothing of the server's parts is in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

const script = readFileSync(join(import.meta.dirname, '../../../extension/dist/chrome-mv3/page.js'));
/** In bytes, compressed. */
const MOST = 25_000;

test('the script that is put into pages is at most 25 kB when compressed', () => {
  expect(gzipSync(script).length).toBeLessThanOrEqual(MOST);
});

test('it holds no address of a server`s interface and no token', () => {
  expect(script.toString()).not.toMatch(/api\/v1|Bearer /);
});
