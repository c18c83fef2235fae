/** What `pnpm fuzz` can be told. */
import { Command, InvalidArgumentError, Option } from 'commander';
import type { Lineage } from '../fuzzer.ts';
import { TARGETS } from '../targets/index.ts';

export interface Options {
  readonly seed: number;
  /** How many inputs. */
  readonly runs: number;
  readonly seconds: number;
  /** Names of targets. */
  readonly target: readonly string[];
  /** Only this one input of the seed. */
  readonly input?: Lineage;
  /** Only this file. */
  readonly file?: string;
}

const USUAL_RUNS = 100_000;

/**
 * `random` is the seed when none is given. Throws a `CommanderError` where the line is not understood, after `say` has told
 * a person why.
 */
export function readOptions(args: readonly string[], random: number, say: (text: string) => void): Options {
  const names = TARGETS.map(({ name }) => name);
  const command = new Command('pnpm fuzz')
    .description(
      'Gives every reader of bytes from outside files that are broken in any way, until a promise breaks.',
    )
    .option('--runs <number>', `how many inputs (${USUAL_RUNS} when --seconds is left out too)`, wholeNumber)
    .option('--seconds <number>', 'how long at most', wholeNumber)
    .option('--seed <number>', 'the same seed makes the same inputs', wholeNumber)
    .addOption(new Option('--target <name...>', 'only these readers').choices(names))
    .option('--input <name>', 'one input again, by the name that a failure gave it; with its --seed', lineage)
    .option('--file <path>', 'one file again')
    .allowExcessArguments(false)
    .configureOutput({ writeOut: say, writeErr: say })
    .exitOverride();
  command.parse(
    args.filter((arg) => arg !== '--'),
    { from: 'user' },
  );
  const options: Partial<Options> = command.opts();
  if (options.input && options.seed === undefined)
    command.error('--input needs the --seed that it came with.');
  const usual = options.seconds === undefined ? USUAL_RUNS : Number.POSITIVE_INFINITY;
  return { seed: random, runs: usual, seconds: Number.POSITIVE_INFINITY, target: names, ...options };
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new InvalidArgumentError('A whole number is needed.');
  return Number(text);
}

/** `12.345`. */
function lineage(text: string): Lineage {
  return text.split('.').map(wholeNumber);
}
