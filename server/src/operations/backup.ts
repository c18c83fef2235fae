/** Copies of the database: made beside a running server, looked through, and each day by itself where a folder was named. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { UtcInstant } from '@claimside/shared/values';
import { describeError } from '../error-text.ts';
import type { Runtime } from '../runtime.ts';
import { isWholeDatabase } from '../store/backup-check.ts';
import { markAsCopy } from '../store/copy-mark.ts';
import { findServerNote, noteServer } from '../store/server-notes.ts';
import type { Copying } from '../store/snapshot.ts';
import type { Store } from '../store/store.ts';

export class DamagedCopy extends Error {
  override readonly name = 'DamagedCopy';
}

interface Tools {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'now' | 'log'>;
}

/**
 * A consistent copy in `file`, which must not be there yet; no more is left of one that fails or is stopped. Throws a DamagedCopy
 * when SQLite finds the copy not whole, and whatever the disk says otherwise. Gives the moment it is of, for `noteBackup`.
 */
export async function makeBackup(
  { store, runtime }: Tools,
  file: string,
  copying: Copying = {},
): Promise<UtcInstant> {
  const madeAt = runtime.now();
  // Another server may make one at the same moment.
  const growing = `${file}.${randomUUID()}.part`;
  try {
    await store.backup(growing, copying);
    markAsCopy(growing, madeAt);
    const isWhole = await isWholeDatabase(growing, copying.signal);
    copying.signal?.throwIfAborted();
    if (!isWhole) throw new DamagedCopy();
    renameSync(growing, file);
  } finally {
    for (const end of ['', '-journal']) rmSync(`${growing}${end}`, { force: true });
  }
  return madeAt;
}

/** The server then knows how old its last copy is. */
export function noteBackup({ store }: Pick<Tools, 'store'>, madeAt: UtcInstant): Promise<void> {
  return store.transaction((db) => noteServer(db, 'backup', madeAt));
}

const DAY_MILLISECONDS = 86_400_000;
const RETRY_MILLISECONDS = 3_600_000;
const PART = /^claimside-.*\.db\.[0-9a-f-]{36}\.part(-journal)?$/;
const NAME = /^claimside-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\dZ\.db$/;

export interface DailyBackups {
  /** Gives up the copy under way. */
  stop(): Promise<void>;
}

/** One copy a day into `folder`, the newest `keep` of them kept; files of other names are left alone. */
export function startDailyBackups(tools: Tools, folder: string, keep: number): DailyBackups {
  const { store, runtime } = tools;
  const stop = new AbortController();
  const { signal } = stop;

  async function untilDue(): Promise<number> {
    const last = await findServerNote(store.db, 'backup');
    const age = Date.parse(runtime.now()) - Date.parse(last ?? '');
    // One of the future was made by a clock that ran ahead.
    return age >= 0 ? DAY_MILLISECONDS - age : 0;
  }

  async function one(): Promise<number> {
    const left = await untilDue();
    if (left > 0) return Math.min(left, RETRY_MILLISECONDS);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    await noteBackup(tools, await makeBackup(tools, join(folder, nameAt(runtime.now())), { signal }));
    prune(folder, keep);
    runtime.log.info({ folder }, 'backup made');
    return RETRY_MILLISECONDS;
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      const next = await one().catch((error: unknown) => {
        if (!signal.aborted) runtime.log.error({ error: describeError(error) }, 'the daily backup failed');
        return RETRY_MILLISECONDS;
      });
      await delay(next, undefined, { signal, ref: false }).catch(() => {});
    }
  }

  const running = run();
  return {
    async stop() {
      stop.abort();
      await running;
    },
  };
}

const nameAt = (at: string): string => `claimside-${at.slice(0, 19).replaceAll(':', '-')}Z.db`;

/** Names sort as their times do. */
function prune(folder: string, keep: number): void {
  const copies = readdirSync(folder).filter((name) => NAME.test(name));
  for (const name of copies.toSorted().slice(0, -keep)) rmSync(join(folder, name));
  // Of processes that were killed.
  for (const name of readdirSync(folder).filter((each) => PART.test(each))) {
    const { mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {};
    if (mtimeMs !== undefined && Date.now() - mtimeMs > DAY_MILLISECONDS)
      rmSync(join(folder, name), { force: true });
  }
}
