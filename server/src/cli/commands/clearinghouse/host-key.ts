/** `claimside clearinghouse host-key`: what a server shows before any log-in, to be compared and pinned. */
import type { Command } from 'commander';
import { readHostKey } from '../../../exchange/index.ts';
import type { Io } from '../../io.ts';
import { Trouble } from '../../trouble.ts';

const SSH_PORT = 22;

export function addHostKey(group: Command, io: Io): void {
  group
    .command('host-key')
    .description(
      "read a server's host key without logging in; compare it with what the clearinghouse publishes",
    )
    .argument('<host[:port]>')
    .action(async (target: string) => {
      const { host, port } = hostAndPort(target);
      const key = await readHostKey(host, port);
      if (!key.ok) {
        throw new Trouble(
          `No host key could be read from ${host} port ${port} (${key.error.code}). Check both.`,
        );
      }
      io.result({ host, port, hostKeySha256: key.value.sha256, algorithm: key.value.algorithm });
    });
}

function hostAndPort(target: string): { host: string; port: number } {
  const match = /^(\[[0-9a-f:]+\]|[^:]+)(?::(\d+))?$/i.exec(target);
  const port = Number(match?.[2] ?? SSH_PORT);
  if (!match?.[1] || port > 65_535) throw new Trouble('Name the server as HOST or HOST:PORT.');
  return { host: match[1].replace(/^\[|\]$/g, ''), port };
}
