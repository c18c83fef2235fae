/** `claimside serve`: runs the server until it is stopped. */
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { KEY_VARIABLE } from '../../access/index.ts';
import { type RunningServer, StartError, startServer } from '../../run.ts';
import { dataDirOf, withDataOption } from '../data.ts';
import { type Io, untilStopped } from '../io.ts';
import { portNumber } from '../port.ts';
import { Trouble } from '../trouble.ts';

export const DEFAULT_PORT = 4780;

interface ServeOptions {
  readonly data?: string;
  readonly port: number;
  readonly host: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly behindProxy?: boolean;
  readonly backupTo?: string;
  readonly backupKeep: number;
  readonly metricsPort?: number;
}

export function addServe(program: Command, io: Io): void {
  withDataOption(program.command('serve'))
    .description('run the server until Ctrl-C')
    .option('--port <number>', 'port to listen on; 0 takes a free one', portNumber, DEFAULT_PORT)
    .option('--host <address>', 'address to listen on; another than this machine’s needs TLS', '127.0.0.1')
    .option('--tls-cert <file>', 'certificate and those above it, in PEM form: the server speaks HTTPS')
    .option('--tls-key <file>', 'its private key, in PEM form')
    .option('--behind-proxy', 'a proxy in front speaks HTTPS, and nothing else reaches this address')
    .option('--backup-to <folder>', 'makes a backup there each day')
    .option('--backup-keep <number>', 'how many of them stay', countOf, 14)
    .option('--metrics-port <number>', 'answers Prometheus on this machine, at this port', portNumber)
    .action(async (options: ServeOptions) => {
      const dataDir = dataDirOf(io, options.data);
      const { port, host, metricsPort, backupTo } = options;
      const tls = tlsOf(options);
      let running: RunningServer | undefined;
      // From the beginning: without a listener the signal would end the server in the midst of its work.
      const stopListening = io.onReload(() => {
        if (!tls) io.say('There is no certificate to read again; the server goes on.');
        else if (running) renew(running, io);
      });
      const server = await startServer({
        dataDir,
        port,
        host,
        ...(tls && { tls }),
        isBehindProxy: options.behindProxy ?? false,
        ...(backupTo !== undefined && {
          backups: { folder: resolve(backupTo), keep: options.backupKeep },
        }),
        ...(metricsPort !== undefined && { metricsPort }),
        runtime: io.runtime,
        key: io.env[KEY_VARIABLE],
        exchangeApart: true,
        print: io.say,
      });
      running = server;
      const { url, ownerCode, metricsUrl } = server;
      io.result({ url, dataDir, ownerCode, ...(metricsUrl !== null && { metricsUrl }) });
      await untilStopped(io);
      stopListening();
      io.say('Stopping: finishing what is under way.');
      await server.close();
    });
}

function tlsOf({ tlsCert, tlsKey }: ServeOptions) {
  if (tlsCert === undefined && tlsKey === undefined) return undefined;
  if (tlsCert === undefined || tlsKey === undefined)
    throw new Trouble('HTTPS takes both --tls-cert and --tls-key.');
  return { certificate: resolve(tlsCert), key: resolve(tlsKey) };
}

/** A certificate that is not right must not end a server that works. */
function renew(server: RunningServer, io: Pick<Io, 'say'>): void {
  try {
    server.renewTls();
    io.say('The certificate was read again.');
  } catch (error) {
    if (!(error instanceof StartError)) throw error;
    io.say(`${error.message} The certificate from before stays in use.`);
  }
}

function countOf(text: string): number {
  const number = Number(text);
  if (!Number.isSafeInteger(number) || number < 1)
    throw new InvalidArgumentError('It must be a whole number from 1.');
  return number;
}
