/** `claimside restore`: a backup in the place of the data, looked through before anything is touched. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreBackup } from '../../operations/restore.ts';
import { dataDirOf, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';

export function addRestore(program: Command, io: Io): void {
  withDataOption(program.command('restore'))
    .description('put a backup in the place of the database; the server must be stopped')
    .argument('<file>', 'made by claimside backup')
    .action(async (name: string, { data }: { data?: string }) => {
      const dataDir = dataDirOf(io, data);
      const { madeAt, replaced } = await restoreBackup(resolve(name), dataDir, io.runtime.now());
      io.result({ dataDir, madeAt, replaced });
      if (replaced !== null) io.say(`What stood there before is kept as ${replaced}.`);
      if (!existsSync(join(dataDir, 'server.key')))
        io.say(
          `There is no server.key in ${dataDir}. Put the one that was kept apart there; without it the clearinghouse password must be set again.`,
        );
      io.say(
        'Start the server: claims that waited when the backup was made are not sent again by themselves, as they may have been sent since.',
      );
    });
}
