/** Looks every few minutes whether something of the server's work needs a person, and keeps what it finds. */
import { setTimeout as delay } from 'node:timers/promises';
import { earliestDateOnEarth, type IsoDate, type UtcInstant } from '@claimside/shared/values';
import { ConnectionSettings, passwordReminder, profileOf, setCommand } from '../../clearinghouse/index.ts';
import { describeError } from '../../error-text.ts';
import type { News } from '../../news.ts';
import type { Runtime } from '../../runtime.ts';
import { type Connection, forgetClockAhead, listConnections } from '../../store/connections.ts';
import { listWaitingDevices } from '../../store/devices.ts';
import { filesNeedingPersonSince } from '../../store/files.ts';
import { lastInboundAt } from '../../store/inbound-files.ts';
import { listPractices } from '../../store/practices.ts';
import { findServerNote, noteServer } from '../../store/server-notes.ts';
import type { Scope, Store } from '../../store/store.ts';
import { newestRemoteTime, setWatches, type Watcher } from '../../store/watches.ts';
import { type ClearinghouseSight, lookAt, OF_PROCESS, type Sight, WATCH_LIMITS } from './checks.ts';
import { housesOf } from './houses.ts';
import { DAY } from './span.ts';

const INTERVAL_MILLISECONDS = 5 * 60_000;

export interface WatchdogOptions {
  readonly store: Store;
  readonly runtime: Pick<Runtime, 'now' | 'log'>;
  readonly news: News;
  /** Free bytes on the disk of the data folder. */
  readonly freeBytes: () => Promise<number>;
  /** The server process that looks, where there may be several. */
  readonly process?: Pick<Watcher, 'id' | 'isAlive'>;
  /** When the TLS certificate ends, in milliseconds since 1970; null where the server speaks plain HTTP. */
  readonly certificateEnds: () => number | null;
}

export interface Watchdog {
  /** One look at everything. */
  look(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

export function createWatchdog(options: WatchdogOptions): Watchdog {
  const { store, runtime, news } = options;
  const { id: processId, isAlive } = options.process ?? { id: '', isAlive: () => true };
  const watcher: Watcher = { id: processId, isAlive, own: OF_PROCESS };
  const stop = new AbortController();
  let loop: Promise<void> | undefined;
  /** The most by which the clock was seen to go back, as long as this process lives. */
  let clockWentBack = 0;

  async function watchClock(now: number): Promise<void> {
    const seen = await findServerNote(store.db, 'alive');
    const back = seen === undefined ? 0 : Date.parse(seen) - now;
    // One that was known to be ahead was set right.
    if (back >= WATCH_LIMITS.clockBack && !(await takeAhead())) clockWentBack = Math.max(clockWentBack, back);
    await store.transaction((db) => noteServer(db, 'alive', runtime.now()));
  }

  /** By what a clearinghouse wrote; it is forgotten, as it says nothing of the clock as it is now. */
  async function takeAhead(): Promise<boolean> {
    let wasAhead = false;
    for (const { id: practiceId } of await listPractices(store.db)) {
      const connections = await listConnections({ db: store.db, practiceId });
      wasAhead ||= connections.some(({ clockAhead }) => (clockAhead ?? 0) >= WATCH_LIMITS.clockAhead);
      await store.transaction((db) => forgetClockAhead({ db, practiceId }));
    }
    return wasAhead;
  }

  /** Null must not keep the rest from being looked at. */
  async function freeBytes(): Promise<number | null> {
    try {
      return await options.freeBytes();
    } catch (error) {
      runtime.log.error({ error: describeError(error) }, 'the free disk space could not be asked');
      return null;
    }
  }

  async function look(): Promise<void> {
    const now = Date.parse(runtime.now());
    await watchClock(now);
    const backup = await findServerNote(store.db, 'backup');
    const restored = await findServerNote(store.db, 'restored');
    const common = {
      now,
      clockWentBack,
      disk: { free: await freeBytes() },
      lastBackup: backup === undefined ? null : Date.parse(backup),
      certificateEnds: options.certificateEnds(),
    };
    for (const { id, createdAt } of await listPractices(store.db)) {
      const scope = { db: store.db, practiceId: id };
      const clearinghouses = await clearinghouseSights(scope, now);
      const sight: Sight = {
        ...common,
        practiceSince: Date.parse(createdAt),
        restoredFrom: restored === undefined ? null : Date.parse(restored),
        clearinghouses,
        waitingBrowsers: (await listWaitingDevices(scope)).map(({ name, role }) => `${name} (${role})`),
        waitingFiles: (await filesNeedingPersonSince(scope)).map((at) => Date.parse(at)),
      };
      const found = lookAt(sight);
      const isChanged = await store.transaction((db) =>
        setWatches({ db, practiceId: id }, watcher, found, runtime.now()),
      );
      if (!isChanged) continue;
      runtime.log.warn(
        { practiceId: id, watches: found.map(({ name, connectionId }) => `${name} ${connectionId}`.trim()) },
        'watchdogs',
      );
      news.publish(id, { type: 'exchange-changed' });
    }
  }

  async function run(): Promise<void> {
    while (!stop.signal.aborted) {
      await look().catch((error: unknown) =>
        runtime.log.error({ error: describeError(error) }, 'the watchdogs could not look'),
      );
      await delay(INTERVAL_MILLISECONDS, undefined, { signal: stop.signal, ref: false }).catch(() => {});
    }
  }

  return {
    look,
    start() {
      loop ??= run();
    },
    async stop() {
      stop.abort();
      await loop;
    },
  };
}

const dayBefore = (now: number): UtcInstant => new Date(now - DAY).toISOString() as UtcInstant;

async function clearinghouseSights(scope: Scope, now: number): Promise<ClearinghouseSight[]> {
  const sights: ClearinghouseSight[] = [];
  for (const connection of await listConnections(scope))
    sights.push(await clearinghouseSight(scope, connection, now));
  return sights;
}

async function clearinghouseSight(
  scope: Scope,
  { id, name, settings: stored, ...connection }: Connection,
  now: number,
): Promise<ClearinghouseSight> {
  const today = earliestDateOnEarth(new Date(now).toISOString() as UtcInstant);
  const passwordSince = connection.passwordSince?.slice(0, 10) as IsoDate | undefined;
  // Those that a later version wrote cannot be read: that must not hide what the connection says.
  const settings = ConnectionSettings.safeParse(stored);
  const lastFile = await lastInboundAt(scope, id);
  return {
    id,
    name,
    state: connection.pausedAt === null ? connection.state : 'paused',
    stateMessage: connection.stateMessage,
    stateSince: Date.parse(connection.stateSince),
    newestFile: await newestRemoteTime(scope, id, dayBefore(now)),
    clockAhead: (connection.clockAheadAt ?? '') >= dayBefore(now) ? connection.clockAhead : null,
    passwordReminder: settings.success
      ? passwordReminder(profileOf(settings.data, name), passwordSince ?? null, today, setCommand(id, name))
      : undefined,
    houses: await housesOf(scope, { id, name, settings: settings.data }, now),
    lastFile: lastFile === undefined ? null : Date.parse(lastFile),
  };
}
