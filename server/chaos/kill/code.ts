/** The server's code, made ready once for many lives: with a call at each kill point, its types taken out, its imports resolved. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What was loaded from where: a start that looks for all of it anew takes three times as long. */
export interface Code {
  /** By `importer specifier`. */
  readonly resolved: Record<string, string>;
  readonly sources: Record<string, string>;
}

/** Writes it into the folder; gives what a process is to be started with (`node --import`). */
export function prepareCode(folder: string): string {
  const record = fileURLToPath(new URL('record.ts', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, ['--no-warnings', record, folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the server's code was not loaded: ${stderr}`);
  return join(folder, 'preload.mjs');
}
