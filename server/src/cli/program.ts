/** The `claimside` command: parses the line, runs one command, gives the exit code. */
import { Command, CommanderError } from 'commander';
import { describeError } from '../error-text.ts';
import { StartError } from '../start-error.ts';
import { addBackup } from './commands/backup.ts';
import { addClearinghouse } from './commands/clearinghouse.ts';
import { addCodes } from './commands/codes.ts';
import { addDevices } from './commands/devices.ts';
import { addDocs } from './commands/docs.ts';
import { addExchange } from './commands/exchange.ts';
import { addPair } from './commands/pair.ts';
import { addPractice } from './commands/practice.ts';
import { addSandbox } from './commands/sandbox.ts';
import { addServe } from './commands/serve.ts';
import { addX12 } from './commands/x12/index.ts';
import type { ExitCode, Io } from './io.ts';
import { Trouble } from './trouble.ts';

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
  const commands = [
    addServe,
    addPair,
    addDevices,
    addPractice,
    addCodes,
    addClearinghouse,
    addExchange,
    addBackup,
    addSandbox,
    addX12,
    addDocs,
  ];
  for (const add of commands) {
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
