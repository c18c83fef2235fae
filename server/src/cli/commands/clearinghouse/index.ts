/** `claimside clearinghouse`: the accounts that files are exchanged with, and which payers go by which. */
import type { Command } from 'commander';
import { EXAMPLE_CONNECTION } from '../../../practice/index.ts';
import type { ExitCode, Io } from '../../io.ts';
import { addAccountCommands } from './account.ts';
import { addHostKey } from './host-key.ts';
import { addRealTime } from './real-time.ts';
import { addSeveral } from './several.ts';
import { addTrial } from './trial.ts';

export function addClearinghouse(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('clearinghouse').description('the accounts that files are exchanged with');
  addAccountCommands(group, io, end);
  addHostKey(group, io);
  addRealTime(group, io, end);
  addSeveral(group, io);
  addTrial(group, io, end);
  group
    .command('example')
    .description('print filled settings of an invented account, to start from')
    .action(() => io.result(EXAMPLE_CONNECTION));
}
