/** Starts a sandbox clearinghouse: the SFTP server, the pick-up of uploads, the answers, and the questions that are answered at once, over one data folder. */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { isAccount, keptAccount } from './account.ts';
import { nineDigits } from './answers/envelope.ts';
import { createFaults, followFaultsFile } from './faults.ts';
import { keptHostKey, newHostKey } from './host-key.ts';
import { takeIn } from './intake.ts';
import { openJournal } from './journal.ts';
import { createOutbox } from './outbox.ts';
import { respond } from './real-time/respond.ts';
import { startRealTimeServer } from './real-time/server.ts';
import { startSftpServer } from './sftp/server.ts';
import type { Sandbox, SandboxEvents, SandboxOptions } from './types.ts';
import { createUploads, isTemporary } from './uploads.ts';

const SLOW_MILLISECONDS = 8_000;

/**
 * Resolves when connections are accepted. Rejects when the port is taken or the data folder can't be used.
 * One data folder serves one sandbox at a time.
 */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { runtime, host = '127.0.0.1', log = () => {} } = options;
  const dataDir = resolve(options.dataDir);
  for (const folder of ['inbound', 'outbound', 'archive', 'scheduled']) {
    await mkdir(join(dataDir, folder), { recursive: true, mode: 0o700 });
  }
  const account = await keptAccount(dataDir, options, runtime);
  let hostKey = await keptHostKey(dataDir);
  const journal = openJournal(dataDir);
  const listeners: { [Name in keyof SandboxEvents]: Set<(file: SandboxEvents[Name]) => void> } = {
    received: new Set(),
    published: new Set(),
  };
  /** Each looks whether nothing is under way any more, and leaves when so. */
  const waitingForIdle = new Set<() => void>();
  const changed = () => {
    for (const look of waitingForIdle) look();
  };

  const outbox = createOutbox({
    dataDir,
    paceMilliseconds: options.paceMilliseconds ?? 0,
    publishing: (name, sizeBytes) =>
      journal.publishing({
        name,
        sizeBytes,
        publishedAt: runtime.now(),
        path: join(dataDir, 'outbound', name),
      }),
    published: (name) => {
      const file = journal.published().find((each) => each.name === name);
      log(`published /outbound/${name}`);
      if (file) for (const listener of listeners.published) listener(file);
    },
    changed,
    log,
  });

  // One upload after the other: a repeated file is told from the first only when that one is judged.
  let intake: Promise<void> = Promise.resolve();
  let takingIn = 0;
  const pickUp = (name: string) => {
    takingIn++;
    intake = intake
      .then(() =>
        takeIn(name, {
          dataDir,
          username: account.username,
          runtime,
          journal,
          outbox,
          received: (file) => {
            log(`picked up /inbound/${file.name}: ${file.verdict}, ${file.claims.length} claims`);
            for (const listener of listeners.received) listener(file);
          },
        }),
      )
      .catch((error: unknown) => {
        log(`could not pick up /inbound/${name}: ${error instanceof Error ? error.name : 'unknown trouble'}`);
      })
      .finally(() => {
        takingIn--;
        changed();
      });
  };
  const uploads = createUploads(options.pickUpMilliseconds ?? 1000, pickUp);

  const faults = createFaults(async () => {
    hostKey = await newHostKey(dataDir);
    await server.useHostKey(hostKey);
    return hostKey.sha256;
  });
  const applyFaultsFile = followFaultsFile(dataDir, faults, log);
  const followedFaults = () => {
    applyFaultsFile();
    return faults;
  };
  const server = await startSftpServer({
    host,
    port: options.port ?? 0,
    account,
    hostKey,
    root: dataDir,
    faults: followedFaults,
    events: (connection) => ({
      uploadOpened: (name) => uploads.opened(name),
      uploadComplete: async (name) => {
        if (!isTemporary(name)) await journal.uploaded(name);
        uploads.complete(name, connection);
      },
      renamed: async (from, to) => {
        if (uploads.renamed(from, to)) await journal.uploaded(to);
      },
      removed: (name) => uploads.removed(name),
      ended: () => uploads.connectionEnded(connection),
    }),
    log,
  });
  const realTime = await startRealTimeServer({
    host,
    port: options.realTimePort ?? 0,
    slowMilliseconds: options.slowMilliseconds ?? SLOW_MILLISECONDS,
    faults: followedFaults,
    respond: (form, question) =>
      respond(form, question, {
        at: runtime.now(),
        controlNumber: nineDigits(journal.nextFileId(runtime.now())),
        received: journal.received(),
        isAccount: (username, password) => !faults.refuseLogins && isAccount(account, { username, password }),
      }),
    log,
  }).catch(async (error: unknown) => {
    await server.close();
    throw error;
  });
  await outbox.resume();
  for (const name of journal.waiting()) pickUp(name);

  return {
    host,
    port: server.port,
    ...account,
    get hostKeySha256() {
      return hostKey.sha256;
    },
    realTime: realTime.urls,
    dataDir,
    get authenticationAttempts() {
      return server.authenticationAttempts;
    },
    faults,
    received: async () => journal.received(),
    published: async () => journal.published(),
    idle: () =>
      new Promise((resolveIdle) => {
        const look = () => {
          if (uploads.count() + takingIn + outbox.count() > 0) return;
          waitingForIdle.delete(look);
          resolveIdle();
        };
        waitingForIdle.add(look);
        look();
      }),
    on(event, listener) {
      listeners[event].add(listener);
      return () => listeners[event].delete(listener);
    },
    async close() {
      await Promise.all([server.close(), realTime.close()]);
      uploads.stop();
      await intake;
      await outbox.stop();
    },
  };
}
