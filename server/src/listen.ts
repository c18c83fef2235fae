/** Opens the HTTP or HTTPS port and closes it again without cutting off who is being answered. */
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { getRequestListener } from '@hono/node-server';
import type { Tls } from './operations/tls.ts';
import { StartError } from './start-error.ts';

/** How long a request under way may take once the server closes. */
const CLOSE_MILLISECONDS = 5_000;

type Fetch = Parameters<typeof getRequestListener>[0];

export interface Listening {
  readonly url: string;
  /** Connections from now on are made with this certificate. */
  renewTls(tls: Tls): void;
  stop(): Promise<void>;
}

/** `port` 0 takes a free one. */
export async function listen(fetch: Fetch, host: string, port: number, tls?: Tls): Promise<Listening> {
  const answer = getRequestListener(fetch);
  const secure = tls && createTlsServer({ cert: tls.cert, key: tls.key, minVersion: 'TLSv1.2' }, answer);
  const server: Server | TlsServer = secure ?? createServer(answer);
  server.on('request', (_request, response) => {
    // A connection that falls idle while the server closes would otherwise be waited for.
    response.once('close', () => setImmediate(() => server.listening || server.closeIdleConnections()));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => reject(whyNotListening(cause, host, port)));
    server.listen(port, host, () => resolve());
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no network address');
  return {
    url: `${secure ? 'https' : 'http'}://${host.includes(':') ? `[${host}]` : host}:${address.port}`,
    renewTls: ({ cert, key }) => secure?.setSecureContext({ cert, key, minVersion: 'TLSv1.2' }),
    stop: () => close(server),
  };
}

/** Lets requests under way finish, but not for ever: a hanging connection is cut. */
async function close(server: Server | TlsServer): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), CLOSE_MILLISECONDS);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(cut);
}

/** What keeps a port from being opened, and the way out; any other error as it is. `option`: by which the port is chosen. */
export function whyNotListening(
  cause: NodeJS.ErrnoException,
  host: string,
  port: number,
  option = '--port',
): Error {
  switch (cause.code) {
    case 'EADDRINUSE':
      return new StartError(`Port ${port} of ${host} is in use. Choose another with ${option}.`, { cause });
    case 'EACCES':
      return new StartError(
        `Port ${port} needs rights this user lacks. Choose one above 1023 with ${option}.`,
        {
          cause,
        },
      );
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(`This machine has no address ${host}. Choose another with --host.`, { cause });
    default:
      return cause;
  }
}
