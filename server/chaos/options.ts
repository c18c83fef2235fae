/** What `pnpm chaos` can be told. */
import { Command, Option } from 'commander';
import { wholeNumber } from '../sim/command/whole-number.ts';
import { PHASES, type Phase } from './network/phases.ts';

export type Options =
  | { readonly suite: 'kill'; readonly times: number; readonly seed: number }
  | {
      readonly suite: 'network';
      readonly places: number;
      readonly jobs: number;
      /** All, where none is named. */
      readonly phases?: readonly Phase[];
    }
  | { readonly suite: 'store'; readonly every: number };

/** `random` is the seed when none is given. Throws a `CommanderError` where the line is not understood. */
export function readOptions(args: readonly string[], random: number, say: (text: string) => void): Options {
  let options: Options | undefined;
  const program = new Command('pnpm chaos')
    .description('Breaks what is real, and looks whether each claim arrived once all the same.')
    .configureOutput({ writeOut: say, writeErr: say })
    .exitOverride();
  program
    .command('kill')
    .description(
      'kill -9 of the server, at named points of its code and at any moment, beside a clearinghouse over SFTP',
    )
    .option('--times <number>', 'how many kills at any moment, beside one at each point', wholeNumber, 1_000)
    .option('--seed <number>', 'the same seed draws the same moments', wholeNumber, random)
    .allowExcessArguments(false)
    .action((given: { times: number; seed: number }) => {
      options = { suite: 'kill', ...given };
    });
  program
    .command('network')
    .description(
      'each fault of a network at so many bytes of each phase of a session, with the sandbox and with OpenSSH',
    )
    .option('--places <number>', 'bytes of each phase', wholeNumber, 20)
    .option('--jobs <number>', 'sessions at once with each server', wholeNumber, 2)
    .addOption(new Option('--phases <phase...>', 'only these').choices(PHASES))
    .allowExcessArguments(false)
    .action((given: { places: number; jobs: number; phases?: Phase[] }) => {
      options = { suite: 'network', ...given };
    });
  program
    .command('store')
    .description(
      'each statement of a day fails once in each way; power cuts at each page of the log; a full disk; a database that is locked',
    )
    .option('--every <number>', 'only each so-manieth statement and page', wholeNumber, 1)
    .allowExcessArguments(false)
    .action((given: { every: number }) => {
      options = { suite: 'store', ...given };
    });
  program.parse(
    args.filter((arg) => arg !== '--'),
    { from: 'user' },
  );
  return options ?? program.help({ error: true });
}
