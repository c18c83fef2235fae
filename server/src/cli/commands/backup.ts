/** `claimside backup`: a consistent copy of the database while the server runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import type { Command } from 'commander';
import { databaseFile } from '../../data-folder.ts';
import { DamagedCopy, makeBackup, noteBackup } from '../../operations/backup.ts';
import { openStoreAsItIs, type Store } from '../../store/store.ts';
import { existingDataDir, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';
import { progressBar } from '../progress-bar.ts';
import { Trouble } from '../trouble.ts';

export function addBackup(program: Command, io: Io): void {
  withDataOption(program.command('backup'))
    .description('copy the database to a file, safely beside a running server')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (name: string, { data }: { data?: string }) => {
      const file = resolve(name);
      if (existsSync(file))
        throw new Trouble(`${file} exists already. Choose another name: nothing is overwritten.`);
      const dataDir = existingDataDir(io, data);
      // Before a new version is started this is the way back, so the tables stay as they are.
      const store = openStoreAsItIs(databaseFile(dataDir));
      try {
        const madeAt = await copyTo(file, store, io);
        await noteBackup({ store }, madeAt).catch(() =>
          io.say('The copy is whole, but the server could not be told, and may still call for one.'),
        );
      } finally {
        await store.close();
      }
      io.result({ file, checked: true });
      io.say('It holds patient data: keep it where only the practice can read it.');
      io.say(`Keep server.key of ${dataDir} too, apart from it: it opens the clearinghouse password.`);
    });
}

async function copyTo(file: string, store: Store, io: Io): Promise<UtcInstant> {
  try {
    return await makeBackup({ store, runtime: io.runtime }, file, {
      signal: io.stopped,
      onProgress: progressBar(io, 'Copying'),
    });
  } catch (cause) {
    if (io.stopped.aborted) throw new Trouble('Stopped: no copy was made.', { cause });
    throw new Trouble(
      cause instanceof DamagedCopy
        ? 'The copy is damaged and was removed. Check the disk, then try again.'
        : `The backup could not be written to ${file}. Check folder, rights and free space.`,
      { cause },
    );
  } finally {
    io.progress(undefined);
  }
}
