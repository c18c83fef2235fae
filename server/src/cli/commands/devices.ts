/** `claimside devices`: lists the paired browsers, revokes one, and lets in again those that wait since the data was restored. */
import type { Command } from 'commander';
import { admitDevice, revokeDevice } from '../../access/index.ts';
import { listDevices, listWaitingDevices } from '../../store/devices.ts';
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
  withDataOption(devices.command('admit'))
    .description('let browsers in again that wait since the data was restored from a backup')
    .argument('[id...]', 'ids of devices as listed')
    .option('--all', 'all that wait: only where none was revoked since the backup')
    .action(async (ids: string[], _options: unknown, command: Command) => {
      const { data, all } = command.optsWithGlobals<{ data?: string; all?: true }>();
      if (ids.length === 0 && !all) throw new Trouble('Name the browsers to let in, or say --all.');
      return withDataFolder(io, data, async ({ store, scope, runtime, practiceId }) => {
        const named = all ? (await listWaitingDevices(scope)).map(({ id }) => id) : ids;
        await store.transaction(async (db) => {
          for (const id of named) {
            if (!(await admitDevice(runtime, { db, practiceId }, id, null)))
              throw new Trouble(`There is no device ${id}. Run claimside devices for their ids.`);
          }
        });
        io.result({ admitted: named });
      });
    });
}
