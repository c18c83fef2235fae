/** `claimside sandbox`: a practice clearinghouse on this machine, for trying and training. */
import { join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { startSandbox } from '../../sandbox/index.ts';
import { dataDirOf } from '../data.ts';
import { type Io, untilStopped } from '../io.ts';
import { portNumber } from '../port.ts';

const DEFAULT_PORT = 2222;
const DEFAULT_PACE = 2_000;

export function addSandbox(program: Command, io: Io): void {
  program
    .command('sandbox')
    .description(
      'run a clearinghouse that behaves like Office Ally, over SFTP and HTTP on this machine, until Ctrl-C',
    )
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
    .option(
      '--real-time-port <number>',
      'port for questions answered at once (default: --port and 100)',
      portNumber,
    )
    .option('--data <dir>', 'where its files are kept (default: sandbox in the data folder)')
    .option('--pace <milliseconds>', 'time before each answer', milliseconds, DEFAULT_PACE)
    .action(async (options: { port: number; realTimePort?: number; data?: string; pace: number }) => {
      const dataDir = options.data ?? join(dataDirOf(io, undefined), 'sandbox');
      const sandbox = await startSandbox({
        dataDir,
        port: options.port,
        realTimePort: options.realTimePort ?? realTimePort(options.port),
        paceMilliseconds: options.pace,
        runtime: io.runtime,
        log: io.say,
      });
      const { host, port, username, password, hostKeySha256, realTime } = sandbox;
      io.result({ host, port, username, password, hostKeySha256, realTime, dataDir });
      await untilStopped(io);
      await sandbox.close();
    });
}

function milliseconds(text: string): number {
  if (!/^\d{1,8}$/.test(text)) throw new InvalidArgumentError('Give whole milliseconds.');
  return Number(text);
}

/** Far enough for a second sandbox on the next port; any free one where that is no port. */
function realTimePort(port: number): number {
  return port === 0 || port + 100 > 65_535 ? 0 : port + 100;
}
