/** `claimside backup`: a consistent copy of the database while the server runs. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { DamagedCopy, makeBackup } from '../../operations/backup.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

export function addBackup(program: Command, io: Io): void {
  withDataOption(program.command('backup'))
    .description('copy the database to a file, safely beside a running server')
    .argument('<file>', 'a file that does not exist yet')
    .action(async (name: string, { data }: { data?: string }) => {
      const file = resolve(name);
      if (existsSync(file))
        throw new Trouble(`${file} exists already. Choose another name: nothing is overwritten.`);
      await withDataFolder(io, data, async ({ store, dataDir }) => {
        try {
          await makeBackup({ store, runtime: io.runtime }, file);
        } catch (cause) {
          throw new Trouble(
            cause instanceof DamagedCopy
              ? 'The copy is damaged and was removed. Check the disk, then try again.'
              : `The backup could not be written to ${file}. Check folder, rights and free space.`,
            { cause },
          );
        }
        io.result({ file, checked: true });
        io.say('It holds patient data: keep it where only the practice can read it.');
        io.say(`Keep server.key of ${dataDir} too, apart from it: it opens the clearinghouse password.`);
      });
    });
}
