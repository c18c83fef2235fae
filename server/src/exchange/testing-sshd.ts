/** For tests: an sshd of our own on a free port, that serves two folders to one key. */
import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import ssh2 from 'ssh2';
import { fingerprint } from './host-key.ts';
import { freePort } from './testing-port.ts';

const SSHD = '/usr/sbin/sshd';

export const hasSshd = existsSync(SSHD);

export function newKey() {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const secret = privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
  const parsed = ssh2.utils.parseKey(secret);
  if (parsed instanceof Error) throw parsed;
  return { secret, public: parsed.getPublicSSH() };
}

export type Sshd = Awaited<ReturnType<typeof openSshd>>;

/** Serves `files` in the folder, which also holds its keys, until `close`. */
export async function openSshd(folder: string) {
  const files = join(folder, 'files');
  await mkdir(join(files, 'inbound'), { recursive: true });
  await mkdir(join(files, 'outbound'), { recursive: true });
  // Where sshd, started by root, wants to lock its unprivileged half in.
  if (userInfo().uid === 0) await mkdir('/run/sshd', { recursive: true, mode: 0o755 });
  const hostKey = newKey();
  const userKey = newKey();
  await writeFile(join(folder, 'host'), hostKey.secret, { mode: 0o600 });
  await writeFile(join(folder, 'authorized_keys'), `ssh-rsa ${userKey.public.toString('base64')}\n`);
  const port = await freePort();
  await writeFile(
    join(folder, 'sshd_config'),
    [
      `Port ${port}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${folder}/host`,
      'PidFile none',
      `AuthorizedKeysFile ${folder}/authorized_keys`,
      'PubkeyAuthentication yes',
      'PasswordAuthentication no',
      'KbdInteractiveAuthentication no',
      'PermitRootLogin yes',
      'UsePAM no',
      'StrictModes no',
      'Subsystem sftp internal-sftp',
      `ForceCommand internal-sftp -d ${files}`,
      'LogLevel VERBOSE',
      '',
    ].join('\n'),
  );
  const child = spawn(SSHD, ['-D', '-e', '-f', join(folder, 'sshd_config')], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const heard = new EventEmitter();
  await new Promise<void>((resolve, reject) => {
    createInterface({ input: child.stderr }).on('line', (line) => {
      lines.push(line);
      heard.emit('line');
      if (line.includes('Server listening')) resolve();
    });
    child.once('exit', () => reject(new Error(`sshd ended: ${lines.join(' ')}`)));
  });
  return {
    host: '127.0.0.1',
    port,
    files,
    username: userInfo().username,
    secret: userKey.secret,
    hostKeySha256: fingerprint(hostKey.public),
    /** All that sshd has noted, once it has noted that a connection ended. */
    async afterHangUp() {
      while (!lines.some((line) => /Connection (closed|reset)|Disconnected/.test(line)))
        await once(heard, 'line');
      return lines.join('\n');
    },
    close: () => ended(child),
  };
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill();
  });
}
