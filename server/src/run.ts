/** Starts and stops one server process: data folder, owner code, exchange worker, HTTP. */
import { existsSync } from 'node:fs';
import { createRevocations, createWrongTries, endOwnerCodes, makeOwnerCode } from './access/index.ts';
import { type DataFolder, databaseFile, olderServer, openDataFolder } from './data-folder.ts';
import { createExchangeWorker, openLedger, settleRestoredCopy } from './exchange/index.ts';
import type { ExchangeWorker } from './exchange/worker-types.ts';
import { startExchangeThread } from './exchange-thread/index.ts';
import { createApp } from './http/index.ts';
import { listen } from './listen.ts';
import { createNews } from './news.ts';
import { startDailyBackups } from './operations/backup.ts';
import { freeBytesOf } from './operations/disk.ts';
import { guardExposure } from './operations/exposure.ts';
import { createMetrics } from './operations/metrics.ts';
import { serveMetrics } from './operations/metrics-port.ts';
import { readTls, type TlsFiles } from './operations/tls.ts';
import { createWatchdog } from './operations/watch/watchdog.ts';
import { newId, type Runtime } from './runtime.ts';
import { StartError } from './start-error.ts';
import { raiseCounters } from './store/counters.ts';
import { hasDeviceWithRole } from './store/devices.ts';
import { mendListSizes } from './store/list-sizes.ts';
import { beginStart, hasServer, isAlive, showProcess } from './store/processes.ts';
import { isBehind } from './store/versions.ts';
import { createWorklistUpkeep } from './worklist-upkeep.ts';

export { type DataFolder, openDataFolder } from './data-folder.ts';
export { changePractice, connectClearinghouse } from './practice/index.ts';
export { StartError } from './start-error.ts';

const HEARTBEAT_MILLISECONDS = 15_000;

export interface ServerOptions {
  readonly dataDir: string;
  /** 127.0.0.1 unless told; another needs `tls` or a proxy that speaks it. */
  readonly host?: string;
  readonly tls?: TlsFiles;
  /** A TLS proxy is in front, and nothing else reaches this server. */
  readonly isBehindProxy?: boolean;
  /** Where a copy of the database goes each day; the newest `keep` stay. */
  readonly backups?: { readonly folder: string; readonly keep: number };
  /** Where Prometheus asks, on this machine alone; 0 takes a free one. */
  readonly metricsPort?: number;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly runtime: Runtime;
  /** 64 hex digits, in place of the data folder's key file. */
  readonly key?: string | undefined;
  readonly pollMilliseconds?: number;
  /** The exchange works in a thread of its own, by the system's clock and chance: what it does holds up no answer here. */
  readonly exchangeApart?: boolean;
  /** Where lines for the person at the console go. */
  readonly print?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** One-time code for the first admin; null once an admin is paired. */
  readonly ownerCode: string | null;
  readonly worker: ExchangeWorker;
  /** Where Prometheus asks; null unless a port was given. */
  readonly metricsUrl: string | null;
  /** Reads the certificate again; throws a StartError, and goes on with the old one, where it is not right. */
  renewTls(): void;
  /** Finishes what is under way, ends live streams, frees the data folder. */
  close(): Promise<void>;
}

/** Rejects with a StartError, and leaves nothing behind, when a person can mend what is in the way. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, runtime, print = () => {}, host = '127.0.0.1', isBehindProxy = false } = options;
  guardExposure({ host, hasTls: options.tls !== undefined, isBehindProxy });
  let tls = options.tls && readTls(options.tls);
  const starting = await beginStart(dataDir);
  if (!starting) {
    throw new StartError(
      `Another Claimside server does not finish its start with the data folder ${dataDir}, or is of an older version. Stop it, or choose another folder with --data.`,
    );
  }
  const undo: (() => void | Promise<void>)[] = [];
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    const file = databaseFile(dataDir);
    if (hasServer(dataDir) && existsSync(file) && isBehind(file)) throw new StartError(olderServer(dataDir));
    const process = { id: newId(runtime), isAlive: (id: string) => isAlive(dataDir, id) };
    const shown = showProcess(dataDir, process.id);
    undo.push(() => shown.release());
    const folder = await openDataFolder(dataDir, runtime, options.key);
    undo.push(folder.close);
    const ownerCode = await newOwnerCode(folder);
    const { store, key, practiceId } = folder;
    await store.transaction((db) => raiseCounters({ db, practiceId }, runtime.now()));
    if (await store.transaction((db) => mendListSizes({ db, practiceId })))
      print('The sizes of the lists of claims were not what counting them gives, and were written anew.');
    const restored = await settleRestoredCopy(folder, practiceId);
    if (restored)
      print(
        `This data was restored from a backup of ${restored.madeAt}. What waited then may have been sent since: ${restored.files} files need a decision (claimside exchange files --state unknown), ${restored.claims} claims were taken out of the queue and are listed under Needs you. Nothing goes out or comes in until an admin lets each connection go on, in Options or with claimside clearinghouse resume: visits billed after the backup look unbilled here, so compare with the clearinghouse first.`,
      );
    for (const { id, name, role } of restored?.devices ?? [])
      print(
        `${name} (${role}) waits to be let in again: it may have been revoked since. If it is still the practice’s: claimside devices admit ${id}`,
      );
    await openLedger({
      store,
      runtime,
      practiceId,
      onProgress: (entered) => {
        if (entered % 10_000 === 0) print(`Bringing the ledger up to date, once: ${entered} entered …`);
      },
    });
    const news = createNews();
    const { pollMilliseconds } = options;
    const polling = pollMilliseconds === undefined ? {} : { pollMilliseconds };
    const worker = options.exchangeApart
      ? startExchangeThread({ folder, givenKey: options.key, news, processId: process.id, ...polling })
      : createExchangeWorker({ store, runtime, news, openSecret: key.openSecret, process, ...polling });
    undo.push(() => worker.stop());
    const worklists = createWorklistUpkeep({ store, runtime, news });
    undo.push(() => worklists.stop());
    const freeBytes = () => freeBytesOf(dataDir);
    const watchdog = createWatchdog({
      store,
      runtime,
      news,
      freeBytes,
      certificateEnds: () => tls?.ends ?? null,
      process,
    });
    undo.push(() => watchdog.stop());
    const metrics = createMetrics({ store, runtime, freeBytes });
    const closing = new AbortController();
    const app = createApp({
      store,
      runtime,
      news,
      key,
      worker,
      worklists,
      revocations: createRevocations(),
      wrongTries: createWrongTries(runtime),
      heartbeatMilliseconds: HEARTBEAT_MILLISECONDS,
      closing: closing.signal,
      isBehindProxy,
      metrics,
    });
    const { url, stop, renewTls } = await listen(app.fetch, host, options.port ?? 0, tls);
    undo.push(stop, () => closing.abort());
    const scraped =
      options.metricsPort === undefined ? null : await serveMetrics(metrics, options.metricsPort);
    if (scraped) undo.push(scraped.stop);
    if (options.backups) {
      const daily = startDailyBackups({ store, runtime }, options.backups.folder, options.backups.keep);
      undo.push(() => daily.stop());
    }
    store.moveApart();
    worker.start();
    watchdog.start();
    void worklists.run();

    print(`Claimside listens on ${url}`);
    print(`Data folder: ${dataDir}`);
    if (ownerCode !== null) print(`Pair the first admin's browser with the one-time code ${ownerCode}`);
    return {
      url,
      ownerCode,
      worker,
      metricsUrl: scraped?.url ?? null,
      renewTls() {
        if (!options.tls) return;
        tls = readTls(options.tls);
        renewTls(tls);
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  } finally {
    starting.release();
  }
}

/** A new owner code at each start while nobody is admin; the one of the last start ends either way. */
async function newOwnerCode(folder: DataFolder): Promise<string | null> {
  const { store, runtime, practiceId } = folder;
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    if (!(await hasDeviceWithRole(scope, 'admin'))) return (await makeOwnerCode(folder, scope)).code;
    await endOwnerCodes(runtime, scope);
    return null;
  });
}
