/** The sandbox's SSH host key: made once and kept in its data folder, so that a pinned fingerprint survives restarts. */
import { createHash } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ssh2 from 'ssh2';

export interface HostKey {
  readonly privateKey: string;
  /** OpenSSH form: `SHA256:` and unpadded base64. */
  readonly sha256: string;
}

const FILE = 'host_key';

export async function keptHostKey(dataDir: string): Promise<HostKey> {
  const kept = await readFile(join(dataDir, FILE), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return kept === undefined ? newHostKey(dataDir) : withFingerprint(kept);
}

/** Replaces the kept key. */
export async function newHostKey(dataDir: string): Promise<HostKey> {
  // Not ed25519: ssh2 1.17 makes one in about 256 such keys unreadable (ssh2 issue 1513).
  const { private: privateKey } = ssh2.utils.generateKeyPairSync('ecdsa', { bits: 256 });
  const path = join(dataDir, FILE);
  await writeFile(`${path}.new`, privateKey, { mode: 0o600 });
  await rename(`${path}.new`, path);
  return withFingerprint(privateKey);
}

function withFingerprint(privateKey: string): HostKey {
  const key = ssh2.utils.parseKey(privateKey);
  if (key instanceof Error) throw new Error(`the kept host key cannot be read: ${key.message}`);
  const digest = createHash('sha256').update(key.getPublicSSH()).digest('base64');
  return { privateKey, sha256: `SHA256:${digest.replace(/=+$/, '')}` };
}
