/** What `pnpm load` can be told. */
import { Command } from 'commander';
import { wholeNumber } from '../sim/command/whole-number.ts';

export interface Options {
  /** In the store before it begins. */
  readonly claims: number;
  readonly clinicians: number;
  readonly seconds: number;
  readonly seed: number;
}

/** `random` is the seed when none is given. Throws a `CommanderError` where the line is not understood. */
export function readOptions(args: readonly string[], random: number, say: (text: string) => void): Options {
  const program = new Command('pnpm load')
    .description(
      'Clinicians bill, look at lists and at their claims, all at once, by a real server with a large store that sends and reads files meanwhile.',
    )
    .option('--claims <number>', 'in the store before it begins', wholeNumber, 1_000_000)
    .option('--clinicians <number>', 'who work at once', wholeNumber, 100)
    .option('--seconds <number>', 'how long they do', wholeNumber, 60)
    .option('--seed <number>', 'the same seed draws the same moments', wholeNumber, random)
    .allowExcessArguments(false)
    .configureOutput({ writeOut: say, writeErr: say })
    .exitOverride();
  program.parse(
    args.filter((arg) => arg !== '--'),
    { from: 'user' },
  );
  return program.opts<Options>();
}
