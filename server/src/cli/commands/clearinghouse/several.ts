/** `claimside clearinghouse list`, `route`, `pause`, `resume` and `remove`: several accounts of one practice. */
import { RoutedPayers } from '@claimside/shared/api';
import type { Result } from '@claimside/shared/values';
import type { Command } from 'commander';
import type { DataFolder } from '../../../data-folder.ts';
import { endConnection, pauseConnection, routePayers } from '../../../practice/index.ts';
import { listConnections } from '../../../store/connections.ts';
import { getExchangeStatus } from '../../../store/exchange-status.ts';
import { readRouting } from '../../../store/routing.ts';
import { withDataFolder, withDataOption } from '../../data.ts';
import type { Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';
import { connectionNamed, type WhichOptions, withConnectionOption } from './which.ts';

export function addSeveral(group: Command, io: Io): void {
  withDataOption(group.command('list'))
    .description('the accounts, how they stand, and which payers go by which')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async (folder) => io.result(await listed(folder))),
    );

  withConnectionOption(group.command('route'))
    .description('which payers go by a connection, and no others; without any, all go by the main one again')
    .argument('[payerId...]', "ids of the practice's payers")
    .option('--kind <indicator...>', 'claim filing indicators, such as WC for workers’ compensation', [])
    .action(
      async (payerIds: string[], { data, connection, kind }: WhichOptions & { readonly kind: string[] }) =>
        withDataFolder(io, data, async (folder) => {
          const { id } = await connectionNamed(folder, connection);
          const routed = RoutedPayers.safeParse({ payerIds, claimFilingIndicators: kind });
          if (!routed.success)
            throw new Trouble(`One of these is no claim filing indicator: ${kind.join(', ')}.`);
          orTrouble(await routePayers(folder, null, id, routed.data));
          io.result(await listed(folder));
          io.say('Claims that wait follow; files that are made already leave as they are.');
        }),
    );

  withConnectionOption(group.command('pause'))
    .description('let nothing go out or come in by a connection; its claims wait')
    .action(async (which: WhichOptions) =>
      withDataFolder(io, which.data, async (folder) => {
        const { id, name } = await connectionNamed(folder, which.connection);
        orTrouble(await pauseConnection(folder, null, id, true));
        io.say(`${name} is paused. Let it go on with claimside clearinghouse resume.`);
        io.result(await listed(folder));
      }),
    );

  withConnectionOption(group.command('resume'))
    .description('let a paused connection go on')
    .action(async (which: WhichOptions) =>
      withDataFolder(io, which.data, async (folder) => {
        const { id } = await connectionNamed(folder, which.connection);
        orTrouble(await pauseConnection(folder, null, id, false));
        io.result(await listed(folder));
      }),
    );

  withConnectionOption(group.command('remove'))
    .description('remove a connection that nothing needs any more; what went by it can still be read')
    .action(async (which: WhichOptions) =>
      withDataFolder(io, which.data, async (folder) => {
        const { id } = await connectionNamed(folder, which.connection);
        orTrouble(await endConnection(folder, null, id));
        io.result(await listed(folder));
      }),
    );
}

async function listed({ scope, runtime }: Pick<DataFolder, 'scope' | 'runtime'>) {
  const { others, ...main } = await getExchangeStatus(scope, runtime.now());
  const { routes } = await readRouting(scope);
  const statuses = [main, ...others];
  return (await listConnections(scope)).map(({ id, name, settings, pausedAt }) => {
    const valuesOf = (kind: (typeof routes)[number]['kind']) =>
      routes.filter((route) => route.connectionId === id && route.kind === kind).map(({ value }) => value);
    const status = statuses.find((each) => each.id === id);
    return {
      connection: id,
      name,
      profileId: settings.profileId,
      mode: settings.mode,
      host: settings.host,
      startsOn: settings.startsOn ?? null,
      state: status?.state,
      message: status?.message,
      pausedSince: pausedAt,
      claimsWaiting: status?.claimsWaiting,
      payers: valuesOf('payer'),
      claimFilingIndicators: valuesOf('filing-indicator'),
    };
  });
}

function orTrouble(done: Result<void, { readonly why: string }>): void {
  if (!done.ok) throw new Trouble(done.error.why);
}
