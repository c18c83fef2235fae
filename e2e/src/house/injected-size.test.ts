/** What is put into every page of an EHR stays small; nothing of the server's parts is in it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { INNER_NAMES } from '@claimside/extension/inner-names';
import { BUILT_IN } from '@claimside/extension/recipes';
import { VOCABULARY } from '@claimside/extension/vocabulary';
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

test('what the script has for itself alone has no name of what it is handed or says', () => {
  const written = [
    'extension/src/messages.ts',
    'shared/src/capture/capture.ts',
    'shared/src/recipe/recipe.ts',
  ]
    .map((file) => readFileSync(join(import.meta.dirname, '../../..', file), 'utf8'))
    .map((source) => source.replace(/\/\*.*?\*\/|\/\/.*?$/gms, ''));
  const keys = JSON.stringify([VOCABULARY, BUILT_IN]).match(/"\w+":/g) ?? [];
  const names = new Set([...written, ...keys].join().match(/\w+/g));
  expect(INNER_NAMES.filter((name) => names.has(name))).toEqual([]);
});
