/** `claimside exchange`: the files that went out or will, and a person's word on one that may not have arrived. */
import { type DeliveryDecision, OUTBOUND_STATES } from '@claimside/shared/api';
import { Argument, type Command, Option } from 'commander';
import { placeOf } from '../../clearinghouse/index.ts';
import { decideDelivery } from '../../exchange/index.ts';
import { createNews } from '../../news.ts';
import { listOutboundFiles, type OutboundState } from '../../store/outbound-files.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

const DECISIONS: readonly DeliveryDecision[] = ['arrived', 'send-again', 'refused'];

export function addExchange(program: Command, io: Io): void {
  const group = program.command('exchange').description('the files sent to the clearinghouse');
  addFiles(group, io);
  addDecide(group, io);
}

function addFiles(group: Command, io: Io): void {
  withDataOption(group.command('files'))
    .description('list outbound files with their state, oldest first')
    .addOption(new Option('--state <state>', 'only files in this state').choices(OUTBOUND_STATES))
    .action(async ({ data, state }: { data?: string; state?: OutboundState }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const files = await listOutboundFiles(scope, state ? [state] : OUTBOUND_STATES);
        io.result(
          files.map(
            ({ name, madeFor, mode, state, stateSince, positions, attempts, createdAt, sentAt, sha256 }) => ({
              name,
              madeFor: madeFor && placeOf(madeFor),
              mode,
              state,
              stateSince,
              claims: positions.length,
              attempts,
              createdAt,
              sentAt,
              sha256,
            }),
          ),
        );
      }),
    );
}

function addDecide(group: Command, io: Io): void {
  withDataOption(group.command('decide'))
    .description(
      "say whether a file of unknown fate arrived, after looking for its name in the clearinghouse's portal",
    )
    .argument('<name>', 'name of the file as listed')
    .addArgument(
      new Argument(
        '<decision>',
        'send-again sends the same bytes under the same name, or the claims in a new file where the account is another one since; refused lets its claims be billed anew',
      ).choices(DECISIONS),
    )
    .action(async (name: string, decision: DeliveryDecision, { data }: { data?: string }) =>
      withDataFolder(io, data, async ({ store, runtime, practiceId }) => {
        // Nobody listens in this process; the running server sees the file's new state within a minute.
        const context = { store, runtime, practiceId, news: createNews() };
        const decided = await decideDelivery(context, name, decision, null);
        if (!decided) {
          throw new Trouble(
            'No file of this name is in doubt. Run claimside exchange files --state unknown for those that are.',
          );
        }
        io.result(decided);
        if (decision === 'send-again')
          io.say(
            'A running server sends it again (where the account is another one since, its claims in a new file) within a minute, or as soon as its connection works and is not paused.',
          );
      }),
    );
}
