/** Starts and stops one server process: data folder, owner code, exchange worker, HTTP. */
import { createRevocations, createWrongTries, endOwnerCodes, makeOwnerCode } from './access/index.ts';
import { type DataFolder, openDataFolder } from './data-folder.ts';
import { createExchangeWorker, openLedger, settleRestoredCopy } from './exchange/index.ts';
import type { ExchangeWorker } from './exchange/worker-types.ts';
import { createApp } from './http/index.ts';
import { listen } from './listen.ts';
import { createNews } from './news.ts';
import { newId, type Runtime } from './runtime.ts';
import { StartError } from './start-error.ts';
import { raiseCounters } from './store/counters.ts';
import { hasDeviceWithRole } from './store/devices.ts';
import { mendListSizes } from './store/list-sizes.ts';
import { beginStart, isAlive, showProcess } from './store/processes.ts';
import { createWorklistUpkeep } from './worklist-upkeep.ts';

export { type DataFolder, openDataFolder } from './data-folder.ts';
export { changePractice, connectClearinghouse } from './practice/index.ts';
export { StartError } from './start-error.ts';

const HEARTBEAT_MILLISECONDS = 15_000;

export interface ServerOptions {
  readonly dataDir: string;
  /** 127.0.0.1 unless told: the server speaks plain HTTP, so a network needs a TLS proxy in front. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly runtime: Runtime;
  /** 64 hex digits, in place of the data folder's key file. */
  readonly key?: string | undefined;
  readonly pollMilliseconds?: number;
  /** Where lines for the person at the console go. */
  readonly print?: (line: string) => void;
}

export interface RunningServer {
  readonly url: string;
  /** One-time code for the first admin; null once an admin is paired. */
  readonly ownerCode: string | null;
  readonly worker: ExchangeWorker;
  /** Finishes what is under way, ends live streams, frees the data folder. */
  close(): Promise<void>;
}

/** Rejects with a StartError, and leaves nothing behind, when a person can mend what is in the way. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { dataDir, runtime, print = () => {} } = options;
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
        `This data was restored from a backup of ${restored.madeAt}. What waited then may have been sent since: ${restored.files} files need a decision (claimside exchange files --state unknown), ${restored.claims} claims were taken out of the queue and are listed under Needs you.`,
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
    const worker = createExchangeWorker({
      store,
      runtime,
      news,
      openSecret: key.openSecret,
      process,
      ...(options.pollMilliseconds === undefined ? {} : { pollMilliseconds: options.pollMilliseconds }),
    });
    undo.push(() => worker.stop());
    const worklists = createWorklistUpkeep({ store, runtime, news });
    undo.push(() => worklists.stop());
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
    });
    const { url, stop } = await listen(app.fetch, options.host ?? '127.0.0.1', options.port ?? 0);
    undo.push(stop, () => closing.abort());
    worker.start();
    void worklists.run();

    print(`Claimside listens on ${url}`);
    print(`Data folder: ${dataDir}`);
    if (ownerCode !== null) print(`Pair the first admin's browser with the one-time code ${ownerCode}`);
    return { url, ownerCode, worker, close };
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
