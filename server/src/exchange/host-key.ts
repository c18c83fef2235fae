/** The clearinghouse's host key: its fingerprint, and how to read it without logging in. */
import { createHash } from 'node:crypto';
import { err, ok, type Result } from '@claimside/shared/values';
import { Client } from 'ssh2';
import { LIMITS } from './limits.ts';
import { openSocket } from './socket.ts';
import type { TransportError } from './transport.ts';

/** `SHA256:` and unpadded base64, as `ssh-keygen -l` prints it. */
export function fingerprint(hostKey: Buffer): string {
  return `SHA256:${createHash('sha256').update(hostKey).digest('base64').replace(/=+$/, '')}`;
}

export interface HostKey {
  readonly sha256: string;
  /** Such as `ssh-ed25519`. */
  readonly algorithm: string;
}

/** Asks a server for its host key and hangs up before any log-in. An admin compares it and pins it. */
export async function readHostKey(host: string, port = 22): Promise<Result<HostKey, TransportError>> {
  const socket = await openSocket(host, port);
  if (!socket.ok) return socket;
  return new Promise((resolve) => {
    const client = new Client();
    let found: HostKey | undefined;
    const finish = (code: string) => {
      client.destroy();
      resolve(found ? ok(found) : err({ kind: 'unreachable', phase: 'connect', code }));
    };
    client.on('error', (error) => finish((error as NodeJS.ErrnoException).code ?? 'HANDSHAKE'));
    client.on('close', () => finish('CLOSED'));
    client.connect({
      sock: socket.value,
      readyTimeout: LIMITS.connectMilliseconds,
      username: 'none',
      authHandler: [],
      hostVerifier: (key: Buffer) => {
        found = { sha256: fingerprint(key), algorithm: algorithmOf(key) };
        return false;
      },
    });
  });
}

/** The key blob begins with the length and name of its algorithm (RFC 4253 section 6.6). */
function algorithmOf(key: Buffer): string {
  const length = key.length >= 4 ? key.readUInt32BE(0) : 0;
  return key.subarray(4, 4 + Math.min(length, 64)).toString('latin1');
}
