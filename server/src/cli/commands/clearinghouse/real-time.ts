/** `claimside clearinghouse real-time`: the access to questions that are answered at once. The password never stands on a command line. */
import { RealTimeAccount } from '@claimside/shared/api';
import type { Command } from 'commander';
import { endRealTime, setRealTime } from '../../../practice/index.ts';
import { expectation } from '../../../shape-fault.ts';
import { readTextFile, withDataFolder } from '../../data.ts';
import type { ExitCode, Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { connectionNamed, type WhichOptions, withConnectionOption } from './which.ts';

const PASSWORD_VARIABLE = 'CLAIMSIDE_REAL_TIME_PASSWORD';
const EXAMPLE: RealTimeAccount = { senderId: 'EXAMPLE', username: 'example' };

export function addRealTime(group: Command, io: Io, end: (code: ExitCode) => void): void {
  const realTime = group
    .command('real-time')
    .description('the access to questions that the clearinghouse answers at once: coverage, claim status');

  withConnectionOption(realTime.command('set'))
    .description(`set it from a JSON file; password from ${PASSWORD_VARIABLE}, else asked for`)
    .argument('<file>', 'see claimside clearinghouse real-time example')
    .action(async (file: string, { data, connection }: WhichOptions) => {
      const account = accountIn(await readTextFile(file));
      if (!account.success) {
        const findings = account.error.issues.map((issue) => ({
          path: issue.path.join('.'),
          message: `${issue.path.at(-1)?.toString() ?? 'The file'} ${expectation(issue)}.`,
          fix: 'Compare with claimside clearinghouse real-time example.',
        }));
        io.result({ findings });
        io.say('Nothing was changed: correct what is listed.');
        end(1);
        return;
      }
      await withDataFolder(io, data, async (folder) => {
        const { id, name } = await connectionNamed(folder, connection);
        const { username } = account.data;
        const secret =
          io.env[PASSWORD_VARIABLE] || (await io.readSecret(`Password of ${username} for questions: `));
        if (secret === '') throw new Trouble('No password was given, so nothing was changed.');
        const set = await setRealTime(folder, null, id, { account: account.data, secret });
        if (!set.ok) throw new Trouble(set.error.why);
        io.result(account.data);
        io.say(`Stored. Coverage can be checked by ${name} now.`);
      });
    });

  withConnectionOption(realTime.command('remove'))
    .description('forget it; what was asked is kept')
    .action(async ({ data, connection }: WhichOptions) =>
      withDataFolder(io, data, async (folder) => {
        const { id, name } = await connectionNamed(folder, connection);
        const ended = await endRealTime(folder, null, id);
        if (!ended.ok) throw new Trouble(ended.error.why);
        io.result({ connection: id });
        io.say(`Nothing is asked at once by ${name} any more.`);
      }),
    );

  realTime
    .command('example')
    .description('print filled settings, to start from')
    .action(() => io.result(EXAMPLE));
}

function accountIn(text: string) {
  try {
    return RealTimeAccount.safeParse(JSON.parse(text));
  } catch {
    throw new Trouble('The file is not JSON. Compare with claimside clearinghouse real-time example.');
  }
}
