/** `claimside pair`: prints a one-time pairing code; works beside a running server. */
import { ROLES, type Role } from '@claimside/shared/api';
import { type Command, Option } from 'commander';
import { makePairingCode, recordAudit } from '../../access/index.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';

export function addPair(program: Command, io: Io): void {
  withDataOption(program.command('pair'))
    .description('make a one-time code that pairs one browser within ten minutes')
    .addOption(new Option('--role <role>', 'what the browser may do').choices(ROLES).makeOptionMandatory())
    .action(async ({ data, role }: { data?: string; role: Role }) =>
      withDataFolder(io, data, async ({ store, runtime, key, practiceId }) => {
        const made = await store.transaction(async (db) => {
          const scope = { db, practiceId };
          await recordAudit(runtime, scope, null, 'pairing-code-made', role);
          return makePairingCode({ runtime, key }, scope, role, null);
        });
        io.result(made);
        io.say(`Type ${made.code} in the extension's options page within ten minutes.`);
      }),
    );
}
