/** The server's own key: seals secrets at rest and keys the hashes of short codes. From the environment, or a file of the data folder, mode 0600. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Runtime } from '../runtime.ts';
import { StartError } from '../start-error.ts';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const VERSION = 'v1';

export interface ServerKey {
  /** AES-256-GCM; the same secret sealed twice gives two texts. */
  seal(secret: string): string;
  /** Throws when the text was not sealed by this key or was changed: a wrong key file, never a user's mistake. */
  openSecret(sealed: string): string;
  /** HMAC-SHA-256, hex. A stolen database alone does not let anyone try out short codes. */
  codeHash(code: string): string;
}

/** Names the key in the environment, so that it need not lie beside the data. */
export const KEY_VARIABLE = 'CLAIMSIDE_KEY';

/**
 * Takes the key that is `given` (64 hex digits), else reads the key file of the data folder, making it on first use. Refuses a
 * file that other users may read, and two different keys.
 */
export function openServerKey(
  dataDir: string,
  runtime: Pick<Runtime, 'randomBytes'>,
  given?: string,
): ServerKey {
  const file = join(dataDir, 'server.key');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const master = given
    ? givenKey(file, given)
    : (readKey(file) ?? makeKey(file, runtime.randomBytes(KEY_BYTES)));
  const sealKey = derive(master, 'claimside seal');
  const codeKey = derive(master, 'claimside pairing code');

  return {
    seal(secret) {
      const nonce = runtime.randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', sealKey, nonce);
      const body = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final()]);
      return `${VERSION}.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`;
    },
    openSecret(sealed) {
      const [version, text = ''] = sealed.split('.');
      const bytes = Buffer.from(text, 'base64url');
      if (version !== VERSION || bytes.length < NONCE_BYTES + TAG_BYTES) {
        throw new Error('the sealed secret is damaged');
      }
      const decipher = createDecipheriv('aes-256-gcm', sealKey, bytes.subarray(0, NONCE_BYTES));
      decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
      try {
        const opened = [decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()];
        return Buffer.concat(opened).toString('utf8');
      } catch (cause) {
        throw new Error('the sealed secret does not belong to the key file of this data folder', { cause });
      }
    },
    codeHash: (code) => createHmac('sha256', codeKey).update(code).digest('hex'),
  };
}

function derive(master: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, '', purpose, KEY_BYTES));
}

function givenKey(file: string, given: string): Buffer {
  if (!/^[0-9a-f]{64}$/i.test(given))
    throw new StartError(`${KEY_VARIABLE} must be 64 hex digits, as openssl rand -hex 32 makes them.`);
  const key = Buffer.from(given, 'hex');
  const kept = readKey(file);
  if (kept && !timingSafeEqual(kept, key))
    throw new StartError(
      `${KEY_VARIABLE} is another key than server.key of the data folder, which sealed what is there. Leave ${KEY_VARIABLE} out, or set it to the key of the file and remove the file.`,
    );
  return key;
}

function readKey(file: string): Buffer | undefined {
  let mode: number;
  try {
    mode = statSync(file).mode;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
  if (process.platform !== 'win32' && (mode & 0o077) !== 0) {
    throw new StartError('server.key can be read by other users of this machine: run chmod 600 on it');
  }
  const key = readFileSync(file);
  if (key.length !== KEY_BYTES) throw new StartError('server.key is damaged: restore it from a backup');
  return key;
}

/** `wx`: when another process made the file meanwhile, its key is the one. */
function makeKey(file: string, key: Buffer): Buffer {
  let handle: number;
  try {
    handle = openSync(file, 'wx', 0o600);
  } catch (error) {
    const existing = readKey(file);
    if (existing) return existing;
    throw error;
  }
  writeSync(handle, key);
  fsyncSync(handle);
  closeSync(handle);
  return key;
}
