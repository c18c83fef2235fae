/** `claimside serve`: runs the server until it is stopped. */
import type { Command } from 'commander';
import { KEY_VARIABLE } from '../../access/index.ts';
import { startServer } from '../../run.ts';
import { dataDirOf, withDataOption } from '../data.ts';
import { type Io, untilStopped } from '../io.ts';
import { portNumber } from '../port.ts';

export const DEFAULT_PORT = 4780;

export function addServe(program: Command, io: Io): void {
  withDataOption(program.command('serve'))
    .description('run the server until Ctrl-C')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
    .option(
      '--host <address>',
      'address to listen on; anything but this machine needs TLS in front',
      '127.0.0.1',
    )
    .action(async (options: { data?: string; port: number; host: string }) => {
      const dataDir = dataDirOf(io, options.data);
      const server = await startServer({
        dataDir,
        port: options.port,
        host: options.host,
        runtime: io.runtime,
        key: io.env[KEY_VARIABLE],
        print: io.say,
      });
      io.result({ url: server.url, dataDir, ownerCode: server.ownerCode });
      await untilStopped(io);
      io.say('Stopping: finishing what is under way.');
      await server.close();
    });
}
