/** A clearinghouse over two folders, which takes and answers when it is told to; either of two SFTP servers lies in front of it. */
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { hasSshd, openSshd } from '../../src/exchange/testing-sshd.ts';
import type { Runtime } from '../../src/runtime.ts';
import { createFaults } from '../../src/sandbox/faults.ts';
import { newHostKey } from '../../src/sandbox/host-key.ts';
import type { ReceivedFile } from '../../src/sandbox/index.ts';
import { takeIn } from '../../src/sandbox/intake.ts';
import { openJournal } from '../../src/sandbox/journal.ts';
import { createOutbox } from '../../src/sandbox/outbox.ts';
import { startSftpServer } from '../../src/sandbox/sftp/server.ts';
import { isTemporary } from '../../src/sandbox/uploads.ts';

export const SERVERS = ['in-process', ...(hasSshd ? (['openssh'] as const) : [])] as const;
export type ServerName = 'in-process' | 'openssh';

/** What a client connects to. */
interface Door {
  readonly port: number;
  readonly username: string;
  readonly secret: string;
  readonly hostKeySha256: string;
  /** Where `inbound` and `outbound` are. */
  readonly files: string;
  close(): Promise<void>;
}

export interface Clearinghouse extends Door {
  /** Takes every whole file and lays its answers out. */
  takeAll(): Promise<void>;
  received(): readonly ReceivedFile[];
  /** What was uploaded lies there as it is, not taken yet. */
  holds(file: { readonly name: string; readonly sha256: string }): Promise<boolean>;
  /** Something was left of its uploads under a temporary name; an empty file does no harm. */
  hasLeftOf(file: { readonly name: string }): Promise<boolean>;
  /** SHA-256 by name of what lies in the outbound folder. */
  laidOut(): Promise<ReadonlyMap<string, string>>;
}

const DOORS: Readonly<Record<ServerName, (folder: string) => Promise<Door>>> = {
  'in-process': openInProcess,
  openssh: openSshd,
};

export async function openClearinghouse(
  server: ServerName,
  folder: string,
  runtime: Pick<Runtime, 'now'>,
): Promise<Clearinghouse> {
  const door = await DOORS[server](folder);
  const dataDir = door.files;
  await mkdir(join(dataDir, 'archive'));
  await mkdir(join(dataDir, 'scheduled'));
  const journal = openJournal(dataDir);
  let heard = () => {};
  const outbox = createOutbox({
    dataDir,
    paceMilliseconds: 0,
    publishing: async () => {},
    published: () => {},
    changed: () => heard(),
    log: () => {},
  });
  const { username } = door;
  return {
    ...door,
    async takeAll() {
      for (const name of await readdir(join(dataDir, 'inbound'))) {
        if (isTemporary(name) || !isWhole(await readFile(join(dataDir, 'inbound', name)))) continue;
        await takeIn(name, { dataDir, username, runtime, journal, outbox, received: () => {} });
      }
      while (outbox.count() > 0)
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
    },
    received: () => journal.received(),
    holds: async ({ name, sha256 }) => (await hashesIn(join(dataDir, 'inbound'))).get(name) === sha256,
    async hasLeftOf({ name }) {
      const inbound = join(dataDir, 'inbound');
      const left = (await readdir(inbound)).filter((each) => isTemporary(each) && each.includes(name));
      const sizes = await Promise.all(left.map(async (each) => (await stat(join(inbound, each))).size));
      return sizes.some((size) => size > 0);
    },
    laidOut: () => hashesIn(join(dataDir, 'outbound')),
  };
}

/** By name. */
async function hashesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const hashes = new Map<string, string>();
  for (const name of await readdir(folder)) {
    const bytes = await readFile(join(folder, name));
    hashes.set(name, createHash('sha256').update(bytes).digest('hex'));
  }
  return hashes;
}

/** It holds its last segment. */
const isWhole = (bytes: Buffer): boolean => /IEA\*1\*\d{9}~$/.test(bytes.subarray(-20).toString('latin1'));

async function openInProcess(folder: string): Promise<Door> {
  const files = join(folder, 'files');
  await mkdir(join(files, 'inbound'), { recursive: true });
  await mkdir(join(files, 'outbound'));
  const account = { username: 'TRAINING', password: 'chaos-password' };
  const hostKey = await newHostKey(folder);
  const nothing = async () => {};
  const server = await startSftpServer({
    host: '127.0.0.1',
    port: 0,
    account,
    hostKey,
    root: files,
    faults: () => FAULTLESS,
    events: () => ({
      uploadOpened: () => {},
      uploadComplete: nothing,
      renamed: nothing,
      removed: () => {},
      ended: () => {},
    }),
    log: () => {},
  });
  return {
    port: server.port,
    username: account.username,
    secret: account.password,
    hostKeySha256: hostKey.sha256,
    files,
    close: () => server.close(),
  };
}

const FAULTLESS = createFaults(async () => '');
