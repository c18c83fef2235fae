/** `claimside backup`: a consistent copy of the database while the server runs. */
import { chmodSync, existsSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { isWholeDatabase } from '../../store/backup-check.ts';
import { markAsCopy } from '../../store/copy-mark.ts';
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
          const madeAt = io.runtime.now();
          await store.backup(file);
          markAsCopy(file, madeAt);
          chmodSync(file, 0o600);
        } catch (cause) {
          throw new Trouble(
            `The backup could not be written to ${file}. Check folder, rights and free space.`,
            {
              cause,
            },
          );
        }
        if (!isWholeDatabase(file)) {
          rmSync(file);
          throw new Trouble('The copy is damaged and was removed. Check the disk, then try again.');
        }
        io.result({ file, checked: true });
        io.say('It holds patient data: keep it where only the practice can read it.');
        io.say(`Keep server.key of ${dataDir} too, apart from it: it opens the clearinghouse password.`);
      });
    });
}
