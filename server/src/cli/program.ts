/** The `claimside` command: parses the line, runs one command, gives the exit code. */
import { Command, CommanderError } from 'commander';
import { describeError } from '../error-text.ts';
import { StartError } from '../start-error.ts';
import type { ExitCode, Io } from './io.ts';
import { Trouble } from './trouble.ts';

type Add = (program: Command, io: Io, end: (code: ExitCode) => void) => void;

/** In the order in which they are shown. Only what is asked for is loaded: reading a file needs no server. */
const COMMANDS: Readonly<Record<string, () => Promise<Add>>> = {
  serve: async () => (await import('./commands/serve.ts')).addServe,
  pair: async () => (await import('./commands/pair.ts')).addPair,
  devices: async () => (await import('./commands/devices.ts')).addDevices,
  practice: async () => (await import('./commands/practice.ts')).addPractice,
  codes: async () => (await import('./commands/codes.ts')).addCodes,
  fees: async () => (await import('./commands/fees.ts')).addFees,
  payers: async () => (await import('./commands/payers.ts')).addPayers,
  audit: async () => (await import('./commands/audit.ts')).addAudit,
  clearinghouse: async () => (await import('./commands/clearinghouse/index.ts')).addClearinghouse,
  exchange: async () => (await import('./commands/exchange.ts')).addExchange,
  backup: async () => (await import('./commands/backup.ts')).addBackup,
  restore: async () => (await import('./commands/restore.ts')).addRestore,
  sandbox: async () => (await import('./commands/sandbox.ts')).addSandbox,
  x12: async () => (await import('./commands/x12/index.ts')).addX12,
  docs: async () => (await import('./commands/docs.ts')).addDocs,
};

/** Of the command that stands first; of all where that is none, as for help and what was mistyped. */
function loadersOf([first = '']: readonly string[]): readonly (() => Promise<Add>)[] {
  const named = Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  return named ? [named] : Object.values(COMMANDS);
}

/** `args` without node and script. JSON goes to `io.result`, pages and long results to `io.write`, everything else to `io.say`. */
export async function runCli(args: readonly string[], io: Io): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  const program = new Command('claimside')
    .description('Bills visits from inside the web EHR of a practice.')
    .configureOutput({
      writeOut: (text) => io.say(text.trimEnd()),
      writeErr: (text) => io.say(text.trimEnd()),
    })
    .exitOverride()
    .showSuggestionAfterError();
  const end = (code: ExitCode) => {
    exitCode = code;
  };
  for (const load of loadersOf(args)) {
    const add = await load();
    add(program, io, end);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    if (error instanceof Trouble || error instanceof StartError) {
      io.say(error.message);
      return 2;
    }
    io.say('Claimside could not do this because of an error of its own. The lines below say where.');
    io.say(JSON.stringify(describeError(error), null, 2));
    return 2;
  }
}
