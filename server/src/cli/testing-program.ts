/** For tests of the program: a data folder of its own for each test, and command lines that are run in it. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach } from 'vitest';
import { openDataFolder } from '../data-folder.ts';
import { systemRuntime } from '../runtime.ts';
import type { Io } from './io.ts';
import { runCli } from './program.ts';
import { testIo } from './testing.ts';

export interface Ran {
  code: number;
  /** What went to stdout, parsed. */
  result: unknown;
  /** What went to stderr. */
  said: string;
}

export const runtime = systemRuntime(pino({ level: 'silent' }));

/** Call it once in a file of tests. */
export function programInOwnFolder() {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'claimside-cli-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const dataDir = () => join(folder, 'data');

  /** Runs one command line with the data folder in CLAIMSIDE_DATA. */
  async function run(args: string[], more: Partial<Io> = {}): Promise<Ran> {
    const results: unknown[] = [];
    const said: string[] = [];
    const code = await runCli(
      args,
      testIo({
        result: (value) => results.push(value),
        write: async (text) => {
          results.push(text);
        },
        say: (line) => said.push(line),
        env: { CLAIMSIDE_DATA: dataDir() },
        homeDir: folder,
        ...more,
      }),
    );
    return { code, result: results[0], said: said.join('\n') };
  }

  /** A command that goes on after its result; rejects with what it said when it ends without one. */
  async function runUntilResult<T>(
    args: string[],
    stopped: AbortSignal,
  ): Promise<{ result: T; ended: Promise<Ran> }> {
    return new Promise((resolve, reject) => {
      const ended: Promise<Ran> = run(args, {
        stopped,
        result: (value) => resolve({ result: value as T, ended }),
      });
      ended.then(({ said }) => reject(new Error(said)), reject);
    });
  }

  /** A server in another task; `stop` ends it as Ctrl-C would and resolves to its exit code. */
  async function serve() {
    const stop = new AbortController();
    const { result, ended } = await runUntilResult<{ url: string }>(['serve', '--port', '0'], stop.signal);
    return {
      ...result,
      stop: async () => {
        stop.abort();
        return (await ended).code;
      },
    };
  }

  /** A file in the temporary folder. */
  function file(name: string, content: unknown): string {
    const path = join(folder, name);
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  }

  const madeFolder = async () => (await openDataFolder(dataDir(), runtime)).close();

  return {
    /** That of the test, with the data folder in it. */
    folder: () => folder,
    dataDir,
    run,
    runUntilResult,
    serve,
    file,
    madeFolder,
  };
}
