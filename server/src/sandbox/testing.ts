/** For tests: a sandbox over a throw-away folder, and a client that pins its key. */
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UtcInstant } from '@claimside/shared/values';
import SftpClient from 'ssh2-sftp-client';
import { onTestFinished } from 'vitest';
import { startSandbox } from './sandbox.ts';
import type { Sandbox, SandboxOptions } from './types.ts';

export const NOW = '2026-11-22T15:30:00.000Z' as UtcInstant;
/** The same bytes at every call: chance has no part in these tests. */
const runtime: SandboxOptions['runtime'] = {
  now: () => NOW,
  randomBytes: (length) => Buffer.alloc(length, 7),
};

/** Removed when the test ends. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'claimside-sandbox-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Longer than any test: uploads are picked up because their connection ends. */
const NEVER = 3_600_000;

/** Closed when the test ends. */
export async function testSandbox(options: Partial<SandboxOptions> = {}): Promise<Sandbox> {
  const dataDir = options.dataDir ?? (await temporaryFolder());
  const sandbox = await startSandbox({
    runtime,
    username: 'TRAINING',
    pickUpMilliseconds: NEVER,
    ...options,
    dataDir,
  });
  onTestFinished(() => sandbox.close());
  return sandbox;
}

export interface Login {
  readonly username?: string;
  readonly password?: string;
  readonly pinnedHostKey?: string;
}

/** Ended when the test ends, if not before. Refuses a server with another key than the pinned one. */
export async function login(sandbox: Sandbox, as: Login = {}): Promise<SftpClient> {
  const client = new SftpClient('test', { error: () => {}, end: () => {}, close: () => {} });
  onTestFinished(async () => {
    await client.end().catch(() => false);
  });
  const pin = (as.pinnedHostKey ?? sandbox.hostKeySha256).replace(/^SHA256:/, '');
  await client.connect({
    sock: connect({ host: sandbox.host, port: sandbox.port, noDelay: true }),
    username: as.username ?? sandbox.username,
    password: as.password ?? sandbox.password,
    hostHash: 'sha256',
    hostVerifier: (hash: string) => Buffer.from(hash, 'hex').toString('base64').replace(/=+$/, '') === pin,
    retries: 0,
    readyTimeout: 10_000,
  });
  return client;
}

/** Uploads in one connection of its own and waits until every answer is out. */
export async function uploadAndWait(sandbox: Sandbox, name: string, bytes: Uint8Array): Promise<void> {
  const client = await login(sandbox);
  await client.put(Buffer.from(bytes), `/inbound/${name}`);
  await client.end();
  await sandbox.idle();
}
