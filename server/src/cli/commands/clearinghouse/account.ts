/** `claimside clearinghouse set`, `add` and `test`: one account. The password never stands on a command line. */
import { FormerAccount } from '@claimside/shared/api';
import { type Command, Option } from 'commander';
import type { ConnectionSettings } from '../../../clearinghouse/index.ts';
import { testConnection } from '../../../exchange/index.ts';
import {
  addConnection,
  type ConnectionRefusal,
  changeConnection,
  parseConnectionSettings,
} from '../../../practice/index.ts';
import { findConnection } from '../../../store/connections.ts';
import { readTextFile, withDataFolder, withDataOption } from '../../data.ts';
import type { ExitCode, Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { connectionNamed, type WhichOptions, withConnectionOption } from './which.ts';

const PASSWORD_VARIABLE = 'CLAIMSIDE_SFTP_PASSWORD';

export function addAccountCommands(group: Command, io: Io, end: (code: ExitCode) => void): void {
  const settingsFrom = async (file: string): Promise<ConnectionSettings | undefined> => {
    const parsed = parseConnectionSettings(await readTextFile(file));
    if (parsed.ok) return parsed.value;
    io.result({ findings: parsed.error });
    io.say('Nothing was changed: correct what is listed.');
    end(1);
    return undefined;
  };

  withConnectionOption(group.command('set'))
    .description(`set an account from a JSON file; password from ${PASSWORD_VARIABLE}, else asked for`)
    .argument('<file>', 'see claimside clearinghouse example')
    .addOption(
      new Option(
        '--former <end>',
        'of the account it has, while answers are awaited there: keep it as a further connection, or leave it',
      ).choices(FormerAccount.options),
    )
    .action(async (file: string, { data, connection, former }: WhichOptions & { former?: FormerAccount }) => {
      const settings = await settingsFrom(file);
      if (!settings) return;
      await withDataFolder(io, data, async (folder) => {
        const named = connection === undefined ? undefined : await connectionNamed(folder, connection);
        const secret = await passwordFor(io, settings);
        const known = named ?? (await findConnection(folder.scope));
        const set = known
          ? await changeConnection(folder, null, known.id, { settings, secret, ...(former && { former }) })
          : await addConnection(folder, null, { settings, secret });
        if (!set.ok) throw new Trouble(wordsOf(set.error));
        io.result(settings);
        io.say('Stored. Run claimside clearinghouse test to try it.');
      });
    });

  withDataOption(group.command('add'))
    .description(`add an account beside the main one; password from ${PASSWORD_VARIABLE}, else asked for`)
    .argument('<name>', 'what people call it, such as "Work comp"')
    .argument('<file>', 'see claimside clearinghouse example')
    .action(async (name: string, file: string, { data }: { data?: string }) => {
      const settings = await settingsFrom(file);
      if (!settings) return;
      await withDataFolder(io, data, async (folder) => {
        await connectionNamed(folder, undefined);
        const secret = await passwordFor(io, settings);
        const added = await addConnection(folder, null, { name, settings, secret });
        if (!added.ok) throw new Trouble(added.error.why);
        io.result({ connection: added.value, name, settings });
        io.say(
          `Stored. No payer goes by ${name} yet: run claimside clearinghouse test --connection "${name}", then claimside clearinghouse route.`,
        );
      });
    });

  withConnectionOption(group.command('test'))
    .description('log in and list the folders; sends nothing')
    .action(async ({ data, connection }: WhichOptions) =>
      withDataFolder(io, data, async (folder) => {
        const { name, settings, sealedSecret } = await connectionNamed(folder, connection);
        const tested = await testConnection(settings, folder.key.openSecret(sealedSecret), name);
        if (tested.ok) return io.result(tested.value);
        io.result({ findings: [tested.error] });
        io.say(tested.error.message);
        end(1);
      }),
    );
}

const wordsOf = ({ code, why }: ConnectionRefusal): string =>
  code === 'connection-awaits-answers' ? `${why} Run it again with --former keep, or --former leave.` : why;

async function passwordFor(io: Io, { username }: ConnectionSettings): Promise<string> {
  const secret =
    io.env[PASSWORD_VARIABLE] || (await io.readSecret(`Password (or private key) of ${username}: `));
  if (secret === '') throw new Trouble('No password was given, so nothing was changed.');
  return secret;
}
