/** What `pnpm chaos` can be told. */
import { Command, InvalidArgumentError } from 'commander';

export interface Options {
  readonly suite: 'kill';
  readonly times: number;
  readonly seed: number;
}

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
    .option('--times <number>', 'how many kills', wholeNumber, 1_000)
    .option('--seed <number>', 'the same seed draws the same moments', wholeNumber, random)
    .allowExcessArguments(false)
    .action((given: Omit<Options, 'suite'>) => {
      options = { suite: 'kill', ...given };
    });
  program.parse(
    args.filter((arg) => arg !== '--'),
    { from: 'user' },
  );
  return options ?? program.help({ error: true });
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A whole number above 0 is needed.');
  return Number(text);
}
