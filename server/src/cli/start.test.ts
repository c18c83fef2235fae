/** The command as it is started: it loads what is asked for and nothing else. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { goodFile } from './x12-testing.ts';

const START = join(import.meta.dirname, 'start.js');
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/claimside');

const start = (args: readonly string[], input = '', options: readonly string[] = []) =>
  spawnSync(process.execPath, [...options, START, ...args], { input, encoding: 'utf8' });

/** Tells on stdout, at the end, the packages of which something was loaded. */
const TELLS_PACKAGES = `data:text/javascript,${encodeURIComponent(`
  import { registerHooks } from 'node:module';
  const packages = new Set();
  registerHooks({
    load(url, context, next) {
      const [, name] = /.*\\/node_modules\\/((?:@[^/]+\\/)?[^/]+)/.exec(url) ?? [];
      if (name) packages.add(name);
      return next(url, context);
    },
  });
  process.on('exit', () => console.log(JSON.stringify([...packages])));
`)}`;

test('a file is checked by what was compiled before, where it could be kept', () => {
  const { status, stderr } = start(['x12', 'check', '-'], goodFile(1));
  expect([status, stderr]).toEqual([0, 'Nothing found.\n']);
  expect(readdirSync(CACHE)).not.toEqual([]);
});

test('to check a file, neither database nor server nor SFTP is loaded', () => {
  const { stdout } = start(['x12', 'check', '-'], goodFile(1), ['--import', TELLS_PACKAGES]);
  const packages = JSON.parse(stdout) as string[];
  expect(packages).toContain('zod');
  for (const heavy of ['better-sqlite3', 'drizzle-orm', 'hono', 'ssh2', 'csv-parse'])
    expect(packages).not.toContain(heavy);
});

test('what is mistyped is held against all commands', () => {
  const { status, stderr } = start(['x21']);
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean x12?');
});
