/** Which data folder a command works with, and opening it. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { KEY_VARIABLE } from '../access/index.ts';
import { type DataFolder, isDataFolder, openBesideServer } from '../data-folder.ts';
import type { Io } from './io.ts';
import { Trouble } from './trouble.ts';

/** Adds `--data DIR`; without it CLAIMSIDE_DATA decides, else `~/.claimside`. */
export function withDataOption(command: Command): Command {
  return command.option('--data <dir>', 'data folder (CLAIMSIDE_DATA, else ~/.claimside)');
}

export function dataDirOf(io: Pick<Io, 'env' | 'homeDir'>, option: string | undefined): string {
  return resolve(option ?? (io.env.CLAIMSIDE_DATA || join(io.homeDir, '.claimside')));
}

/** Lends an existing folder to `work`; works beside a running server. Says so when there is none, rather than making one. */
export async function withDataFolder<T>(
  io: Io,
  option: string | undefined,
  work: (folder: DataFolder) => Promise<T>,
): Promise<T> {
  const folder = await openBesideServer(existingDataDir(io, option), io.runtime, io.env[KEY_VARIABLE]);
  try {
    return await work(folder);
  } finally {
    await folder.close();
  }
}

/** That of the option, where a server has worked. */
export function existingDataDir(io: Io, option: string | undefined): string {
  const dataDir = dataDirOf(io, option);
  if (isDataFolder(dataDir)) return dataDir;
  throw new Trouble(
    `There is no Claimside data in ${dataDir}. Start a server there once (claimside serve), or name another folder with --data.`,
  );
}

/** The text of a file that was named on the command line. */
export async function readTextFile(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (cause) {
    throw new Trouble(`The file ${file} can not be read. Check its name.`, { cause });
  }
}
