import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { watch } from './watch.ts';

const folder = mkdtempSync(join(tmpdir(), 'claimside-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true }));

const watched = (args: readonly string[], stopped = new AbortController().signal) =>
  watch(
    readOptions(args, 1, () => {}),
    { corpusFolder: undefined, stopped, progress: () => {} },
  );

test('so many inputs are read, and nothing breaks', async () => {
  const { found, done } = await watched(['--runs', '100', '--seed', '3']);
  expect(found).toEqual([]);
  expect(done).toMatchObject({ inputs: 100 });
});

test('one file is read again', async () => {
  const file = join(folder, 'odd.x12');
  writeFileSync(file, 'ISA*');
  expect(await watched(['--file', file])).toMatchObject({ found: [], done: { inputs: 1, bytes: 4 } });
});

test('the work stops between two inputs when it is asked to', async () => {
  const stop = new AbortController();
  stop.abort();
  const { done } = await watched(['--seconds', '3600'], stop.signal);
  expect(done?.inputs).toBeLessThan(1000);
});
