/** `claimside audit`: whether the log of who saw and changed what is whole. */
import type { Command } from 'commander';
import { checkAudit } from '../../store/audit-chain.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { ExitCode, Io } from '../io.ts';

export function addAudit(program: Command, io: Io, end: (code: ExitCode) => void): void {
  const group = program.command('audit').description('the log of who saw and changed what');
  withDataOption(group.command('check'))
    .description(
      'works out every hash of the log anew; note the last one elsewhere to see later that none was taken off',
    )
    .option('--hash <hash>', 'the last hash of an earlier check, which must still be in the log')
    .action(async ({ data, hash }: { data?: string; hash?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const found = await checkAudit(scope, hash);
        io.result(found);
        if (found.brokenAt !== null) {
          io.say(
            `The log is not as it was written: see entry ${found.brokenAt}, and whether one before it is missing. Compare with a backup.`,
          );
          end(1);
        } else if (found.isKnown === false) {
          io.say(
            'The log is whole, but the hash that was noted is not in it: its end was changed since, or it is another log.',
          );
          end(1);
        } else io.say(`The log is whole: ${found.entries.toLocaleString('en-US')} entries.`);
      }),
    );
}
