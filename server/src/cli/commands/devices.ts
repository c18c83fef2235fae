/** `claimside devices`: lists the paired browsers and revokes one. */
import type { Command } from 'commander';
import { revokeDevice } from '../../access/index.ts';
import { listDevices } from '../../store/devices.ts';
import { withDataFolder, withDataOption } from '../data.ts';
import type { Io } from '../io.ts';
import { Trouble } from '../trouble.ts';

export function addDevices(program: Command, io: Io): void {
  const devices = withDataOption(program.command('devices'))
    .description('list the paired browsers')
    .action(async ({ data }: { data?: string }) =>
      withDataFolder(io, data, async ({ scope }) => {
        const all = await listDevices(scope);
        io.result(all.map(({ practiceId: _, ...device }) => device));
      }),
    );
  withDataOption(devices.command('revoke'))
    .description("take a browser's access away; its next request is refused")
    .argument('<id>', 'id of the device as listed')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { data } = command.optsWithGlobals<{ data?: string }>();
      return withDataFolder(io, data, async ({ store, runtime, practiceId }) => {
        const found = await store.transaction((db) => revokeDevice(runtime, { db, practiceId }, id, null));
        if (!found) throw new Trouble(`There is no device ${id}. Run claimside devices for their ids.`);
        io.result({ id, revoked: true });
      });
    });
}
