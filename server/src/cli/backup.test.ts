/** `claimside backup`: a whole copy of a running server`s data, and what a start from it says. */
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { databaseFile } from '../data-folder.ts';
import { EXAMPLE_PRACTICE } from '../practice/index.ts';
import { showProcess } from '../store/processes.ts';
import { newestMigration, storeBefore } from '../store/testing-migrations.ts';
import { versionOfFile } from '../store/versions.ts';
import { programInOwnFolder } from './testing-program.ts';

const { folder, dataDir, run, runUntilResult, serve, file, madeFolder } = programInOwnFolder();

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

describe('under a server of the version before', () => {
  const earlier = async () => {
    const path = databaseFile(dataDir());
    mkdirSync(dataDir());
    storeBefore(newestMigration(), path).close();
    const server = showProcess(dataDir(), 'an-earlier-one');
    onTestFinished(() => server.release());
    return { path, version: versionOfFile(path) };
  };

  test('the copy is of its version, and so is the data', async () => {
    const { path, version } = await earlier();
    const copy = join(folder(), 'copy.db');
    expect(await run(['backup', copy])).toMatchObject({ code: 0, result: { file: copy, checked: true } });
    expect([versionOfFile(path), versionOfFile(copy)]).toEqual([version, version]);
  });

  test.each([[['devices']], [['serve', '--port', '0']]])(
    '%s is refused with the way out, and the data stays as it is',
    async (args) => {
      const { path, version } = await earlier();
      const { code, said } = await run(args, { stopped: AbortSignal.abort() });
      expect(code).toBe(2);
      expect(said).toContain('A server of an earlier version works with');
      expect(versionOfFile(path)).toBe(version);
    },
  );

  test('once it has ended, a command brings the data to its own version', async () => {
    const { path, version } = await earlier();
    rmSync(join(dataDir(), 'processes'), { recursive: true });
    expect((await run(['devices'])).code).toBe(0);
    expect(versionOfFile(path)).not.toBe(version);
  });
});
