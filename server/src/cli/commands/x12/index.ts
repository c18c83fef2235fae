/** `claimside x12`: reads, writes, checks and explains X12 files, on their own, without a data folder. */
import type { Command } from 'commander';
import type { ExitCode, Io } from '../../io.ts';
import { addCheck } from './check.ts';
import { addExplain } from './explain.ts';
import { addRead } from './read.ts';
import { addWrite } from './write.ts';

export function addX12(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('x12').description('X12 files: what they say, and what is wrong with them');
  addRead(group, io, end);
  addWrite(group, io, end);
  addCheck(group, io, end);
  addExplain(group, io, end);
}
