/** What `pnpm sim` can be told. */
import { availableParallelism } from 'node:os';
import { Command, Option } from 'commander';
import { PLANTS } from '../plants.ts';
import { wholeNumber } from './whole-number.ts';

export interface Options {
  /** How many. */
  readonly seeds: number;
  /** The first. */
  readonly from: number;
  /** In each world, before it is calm. */
  readonly events: number;
  /** Threads. */
  readonly jobs: number;
  /** A fault to be found; the run ends with the first world in which it is. */
  readonly plant?: string;
  /** Tells all that happens, of one world. */
  readonly follow?: boolean;
}

/** Throws a `CommanderError` where the line is not understood, after `say` has told a person why. */
export function readOptions(args: readonly string[], say: (text: string) => void): Options {
  const command = new Command('pnpm sim')
    .description(
      'Lets a practice bill by a server that dies, a disk that fills up, and a clearinghouse that fails, in worlds drawn from seeds, and looks whether each claim arrived once and each payment is posted once.',
    )
    .option('--seeds <number>', 'how many worlds', wholeNumber, 1_000)
    .option('--from <number>', 'the first seed', wholeNumber, 1)
    .option('--events <number>', 'events in each world', wholeNumber, 200)
    .option('--jobs <number>', 'worlds at once', wholeNumber, availableParallelism())
    .addOption(
      new Option('--plant <fault>', 'plant a fault, to see that it is found').choices(
        PLANTS.map(({ name }) => name),
      ),
    )
    .option('--follow', 'tell all that happens, in one world')
    .allowExcessArguments(false)
    .configureOutput({ writeOut: say, writeErr: say })
    .exitOverride();
  command.parse(
    args.filter((arg) => arg !== '--'),
    { from: 'user' },
  );
  return command.opts();
}
