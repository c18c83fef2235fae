/** SFTP to a clearinghouse: refuses an unpinned or changed host key before any credential leaves. */
import type { Socket } from 'node:net';
import { err, ok, type Result } from '@claimside/shared/values';
import type { SFTPWrapper } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import { fingerprint } from './host-key.ts';
import { LIMITS } from './limits.ts';
import { looksLikeKey, usableSecret } from './private-key.ts';
import { isPlainName, listFolder, readFile } from './sftp-read.ts';
import { watchEnd } from './sftp-step.ts';
import { removeFile, writeAndRename, writeFile } from './sftp-write.ts';
import { openSocket } from './socket.ts';
import type { ConnectTransport, TransportError, TransportSession, TransportTarget } from './transport.ts';

/** Connects and logs in with exactly one attempt: a refused password is not tried twice. */
export const connectSftp: ConnectTransport = async (target, signal) => {
  if (!/^SHA256:[A-Za-z0-9+/]{43}$/.test(target.hostKeySha256))
    return err({ kind: 'host-key-changed', phase: 'connect', code: 'NO-PIN' });
  const login = credentials(target);
  if (!login) return err({ kind: 'login-refused', phase: 'connect', code: 'KEY' });
  const socket = await openSocket(target.host, target.port, signal);
  if (!socket.ok) return socket;

  const client = new SftpClient('claimside', { error: () => {}, end: () => {}, close: () => {} });
  let keyRefused = false;
  let loginRefused = false;
  client.on('error', (error: { level?: string }) => {
    if (error.level === 'client-authentication') loginRefused = true;
  });
  const abandon = () => socket.value.destroy();
  signal?.addEventListener('abort', abandon, { once: true });
  // ssh2 has no bound for the opening of the SFTP session, which comes after the log-in.
  const late = setTimeout(abandon, LIMITS.connectMilliseconds);
  try {
    const sftp = await client.connect({
      sock: socket.value,
      username: target.username,
      ...login,
      readyTimeout: LIMITS.connectMilliseconds,
      keepaliveInterval: 15_000,
      keepaliveCountMax: 3,
      hostVerifier: (key: Buffer) => {
        keyRefused = fingerprint(key) !== target.hostKeySha256;
        return !keyRefused;
      },
    });
    return ok(session(client, sftp, socket.value));
  } catch (error) {
    socket.value.destroy();
    if (keyRefused) return err({ kind: 'host-key-changed', phase: 'connect', code: 'HOST-KEY' });
    if (loginRefused) return err({ kind: 'login-refused', phase: 'connect', code: 'AUTH' });
    return err({ kind: 'unreachable', phase: 'connect', code: codeOf(error) });
  } finally {
    clearTimeout(late);
    // From here on whoever uses the session ends it: an upload under way is never cut off.
    signal?.removeEventListener('abort', abandon);
  }
};

/** Undefined for a key that is none. */
function credentials({ secret }: TransportTarget) {
  if (!looksLikeKey(secret)) return { password: secret, authHandler: ['password' as const] };
  const key = usableSecret(secret);
  return key.ok ? { privateKey: key.value, authHandler: ['publickey' as const] } : undefined;
}

function session(client: SftpClient, sftp: SFTPWrapper, socket: Socket): TransportSession {
  // Each request reports its own trouble.
  sftp.on('error', () => {});
  watchEnd(sftp);
  return {
    list: (folder) => listFolder(sftp, folder),
    async download(folder, file) {
      if (!isPlainName(file.name)) return err({ kind: 'trouble', phase: 'open', code: 'BAD-NAME' });
      if (file.size > LIMITS.inboundFileBytes)
        return err({ kind: 'trouble', phase: 'open', code: 'TOO-LARGE' });
      return readFile(sftp, `${folder}/${file.name}`, file.size);
    },
    upload: (folder, name, bytes, temporary, mayGoOn) =>
      temporary === null
        ? writeFile(sftp, `${folder}/${name}`, bytes, mayGoOn)
        : writeAndRename(sftp, `${folder}/${name}`, `${folder}/${temporary}`, bytes, mayGoOn),
    async sizeOf(folder, name) {
      const found = await attempt('verify', () => client.stat(`${folder}/${name}`));
      if (found.ok) return ok(found.value.size);
      return found.error.code === 'ENOENT' ? ok(undefined) : found;
    },
    remove: (folder, name) => removeFile(sftp, `${folder}/${name}`),
    async close() {
      // Nobody who is silent says good-bye: without this a round would wait for it for ever.
      const late = setTimeout(() => socket.destroy(), LIMITS.goodbyeMilliseconds);
      await client.end().catch(() => false);
      clearTimeout(late);
    },
  };
}

async function attempt<T>(
  phase: TransportError['phase'],
  work: () => Promise<T>,
): Promise<Result<T, TransportError>> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () => reject(Object.assign(new Error('late'), { code: 'TIMEOUT' })),
      LIMITS.requestMilliseconds,
    );
  });
  try {
    return ok(await Promise.race([work(), late]));
  } catch (error) {
    return err({ kind: 'trouble', phase, code: codeOf(error) });
  } finally {
    clearTimeout(timer);
  }
}

/** ssh2-sftp-client says a missing file in several ways. */
function codeOf(error: unknown): string {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined;
  if (code === 'ERR_NOT_EXIST' || code === 'ENOENT' || code === 2) return 'ENOENT';
  return typeof code === 'string' || typeof code === 'number' ? String(code) : 'ERROR';
}
