/** The SSH side: takes connections on loopback, checks the one password, and hands SFTP sessions on. */
import { type AddressInfo, createServer, type Socket } from 'node:net';
import ssh2, { type AuthContext, type Connection } from 'ssh2';
import { whyNotListening } from '../../listen.ts';
import { type Account, isAccount } from '../account.ts';
import type { SandboxFaults } from '../faults.ts';
import type { HostKey } from '../host-key.ts';
import { type Session, type SessionEvents, serveSession } from './session.ts';

export interface SftpServerOptions {
  readonly host: string;
  readonly port: number;
  readonly account: Account;
  readonly hostKey: HostKey;
  /** The folder that holds `inbound` and `outbound`. */
  readonly root: string;
  /** Asked at every use, as the server is made before the faults that can swap its key. */
  readonly faults: () => SandboxFaults;
  /** What a connection's sessions do to `inbound`; `ended` comes last, when all their files are closed. */
  readonly events: (connection: number) => SessionEvents & { ended(): void };
  readonly log: (line: string) => void;
}

export interface SftpServer {
  readonly port: number;
  readonly authenticationAttempts: number;
  /** Ends all connections; the new key is shown from the next one on. */
  useHostKey(hostKey: HostKey): Promise<void>;
  close(): Promise<void>;
}

export async function startSftpServer(options: SftpServerOptions): Promise<SftpServer> {
  const sockets = new Map<Socket, Promise<void>>();
  let connections = 0;
  let authenticationAttempts = 0;
  let { hostKey } = options;

  const listener = createServer((socket) => {
    const faults = options.faults();
    const connection = ++connections;
    const log = (line: string) => options.log(`#${connection} ${line}`);
    if (faults.dropAtConnect) {
      log('dropped at connect');
      socket.destroy();
      return;
    }
    // Without this each small answer waits 40 ms for the client's acknowledgement.
    socket.setNoDelay(true);
    const events = options.events(connection);
    const sessions: Session[] = [];
    const gone = new Promise<void>((resolve) => {
      socket.once('close', async () => {
        await Promise.all(sessions.map((session) => session.end()));
        sockets.delete(socket);
        events.ended();
        log('disconnected');
        resolve();
      });
    });
    sockets.set(socket, gone);
    log('connected');
    // One speaker a connection: the host key may change between two, and a client is told apart from its neighbours.
    const speaker = new ssh2.Server({ hostKeys: [hostKey.privateKey], ident: 'claimside-sandbox' });
    speaker.once('connection', (client) => {
      serveClient(
        client,
        (sftp) => {
          const drop = (why: string) => {
            log(`dropped: ${why}`);
            socket.destroy();
          };
          sessions.push(serveSession(sftp, { root: options.root, faults, events, drop, log }));
        },
        log,
      );
    });
    speaker.injectSocket(socket);
  });

  function serveClient(
    client: Connection,
    onSftp: (sftp: ssh2.SFTPWrapper) => void,
    log: (line: string) => void,
  ) {
    client.on('authentication', (context) => {
      if (context.method === 'none') return context.reject(['password']);
      authenticationAttempts++;
      const accepted = !options.faults().refuseLogins && isRight(context, options.account);
      log(`login by ${context.method} ${accepted ? 'accepted' : 'refused'}`);
      if (accepted) context.accept();
      else context.reject(['password']);
    });
    client.on('session', (accept) => {
      accept().on('sftp', (acceptSftp) => onSftp(acceptSftp()));
    });
    client.on('error', (error: Error) => log(`connection trouble: ${error.message}`));
  }

  await new Promise<void>((resolve, reject) => {
    listener.once('error', (cause) => reject(whyNotListening(cause, options.host, options.port)));
    listener.listen(options.port, options.host, () => resolve());
  });

  const endConnections = async () => {
    const ends = [...sockets.values()];
    for (const socket of sockets.keys()) socket.destroy();
    await Promise.all(ends);
  };

  return {
    port: (listener.address() as AddressInfo).port,
    get authenticationAttempts() {
      return authenticationAttempts;
    },
    async useHostKey(newKey) {
      hostKey = newKey;
      await endConnections();
    },
    async close() {
      const closed = new Promise((resolve) => listener.close(resolve));
      await endConnections();
      await closed;
    },
  };
}

function isRight(context: AuthContext, account: Account): boolean {
  if (context.method !== 'password') return false;
  return isAccount(account, context);
}
