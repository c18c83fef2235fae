/** `claimside clearinghouse`: the account that files are exchanged with. The password never stands on a command line. */
import type { Command } from 'commander';
import { readHostKey, testConnection } from '../../exchange/index.ts';
import { connectClearinghouse, EXAMPLE_CONNECTION, parseConnectionSettings } from '../../practice/index.ts';
import { findConnection } from '../../store/connections.ts';
import { readTextFile, withDataFolder, withDataOption } from '../data.ts';
import type { ExitCode, Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

const SSH_PORT = 22;
const PASSWORD_VARIABLE = 'CLAIMSIDE_SFTP_PASSWORD';

export function addClearinghouse(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('clearinghouse').description('the account that files are exchanged with');
  addSet(group, io, end);
  addHostKey(group, io);
  addTest(group, io, end);
  group
    .command('example')
    .description('print filled settings of an invented account, to start from')
    .action(() => io.result(EXAMPLE_CONNECTION));
}

function addSet(group: Command, io: Io, end: (code: ExitCode) => void): void {
  withDataOption(group.command('set'))
    .description(`set the account from a JSON file; password from ${PASSWORD_VARIABLE}, else asked for`)
    .argument('<file>', 'see claimside clearinghouse example')
    .action(async (file: string, { data }: { data?: string }) => {
      const parsed = parseConnectionSettings(await readTextFile(file));
      if (!parsed.ok) {
        io.result({ findings: parsed.error });
        io.say('Nothing was changed: correct what is listed.');
        return end(1);
      }
      const settings = parsed.value;
      await withDataFolder(io, data, async (folder) => {
        const secret =
          io.env[PASSWORD_VARIABLE] || (await io.readSecret(`Password of ${settings.username}: `));
        if (secret === '') throw new Trouble('No password was given, so nothing was changed.');
        await connectClearinghouse(folder, null, settings, secret);
        io.result(settings);
        io.say('Stored. Run claimside clearinghouse test to try it.');
      });
    });
}

function addHostKey(group: Command, io: Io): void {
  group
    .command('host-key')
    .description(
      "read a server's host key without logging in; compare it with what the clearinghouse publishes",
    )
    .argument('<host[:port]>')
    .action(async (target: string) => {
      const { host, port } = hostAndPort(target);
      const key = await readHostKey(host, port);
      if (!key.ok) {
        throw new Trouble(
          `No host key could be read from ${host} port ${port} (${key.error.code}). Check both.`,
        );
      }
      io.result({ host, port, hostKeySha256: key.value.sha256, algorithm: key.value.algorithm });
    });
}

function addTest(group: Command, io: Io, end: (code: ExitCode) => void): void {
  withDataOption(group.command('test'))
    .description('log in and list the folders; sends nothing')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope, key }) => {
        const connection = await findConnection(scope);
        if (!connection) throw new Trouble('No clearinghouse is set up. Run claimside clearinghouse set.');
        const tested = await testConnection(connection.settings, key.openSecret(connection.sealedSecret));
        if (tested.ok) return io.result(tested.value);
        io.result({ findings: [tested.error] });
        io.say(tested.error.message);
        end(1);
      }),
    );
}

function hostAndPort(target: string): { host: string; port: number } {
  const match = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d+))?$/i.exec(target);
  const port = Number(match?.[2] ?? SSH_PORT);
  if (!match?.[1] || port > 65_535) throw new Trouble('Name the server as HOST or HOST:PORT.');
  return { host: match[1].replace(/^\[|\]$/g, ''), port };
}
