/** `claimside backup`: a whole copy of a running server`s data, and what a start from it says. */
import { mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { programInOwnFolder } from './testing-program.ts';

const { folder, run, runUntilResult, serve, file, madeFolder } = programInOwnFolder();

test('copies the data of a running server into one file that only its user may read', async () => {
  const server = await serve();
  await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
  const copy = join(folder(), 'copy.db');
  expect((await run(['backup', copy])).result).toEqual({ file: copy, checked: true });
  await server.stop();
  expect(readdirSync(folder()).filter((name) => name.startsWith('copy'))).toEqual(['copy.db']);
  expect(statSync(copy).mode & 0o077).toBe(0);
});

test('a restored copy holds what was there', async () => {
  await madeFolder();
  await run(['practice', 'set', file('practice.json', EXAMPLE_PRACTICE)]);
  await run(['backup', join(folder(), 'claimside.db')]);
  const env = { CLAIMSIDE_DATA: folder() };
  expect((await run(['practice', 'show'], { env })).result).toEqual(EXAMPLE_PRACTICE);
});

test('the first start from a restored copy says so, the next one does not', async () => {
  await madeFolder();
  const restored = join(folder(), 'restored');
  mkdirSync(restored);
  await run(['backup', join(restored, 'claimside.db')]);
  const startFrom = async () => {
    const stop = new AbortController();
    const args = ['serve', '--port', '0', '--data', restored];
    const { ended } = await runUntilResult(args, stop.signal);
    stop.abort();
    return (await ended).said;
  };
  expect(await startFrom()).toContain('This data was restored from a backup');
  expect(await startFrom()).not.toContain('restored from a backup');
});

test('never overwrites a file', async () => {
  await madeFolder();
  const existing = file('exists.db', 'precious');
  expect((await run(['backup', existing])).code).toBe(2);
});
