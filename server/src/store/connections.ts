/** The practice's accounts at clearinghouses and how they stand. */
import type { ExchangeStatus, RealTimeAccount } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq, isNull } from 'drizzle-orm';
import { type ConnectionSettings, MAIN_CONNECTION, PROFILES } from '../clearinghouse/index.ts';
import { fromJson, toJson } from './json.ts';
import { connections } from './schema.ts';
import type { Db, Scope } from './store.ts';

export type ConnectionState = Exclude<ExchangeStatus['state'], 'not-set-up' | 'paused'>;

export interface StoredRealTime {
  readonly account: RealTimeAccount;
  readonly sealedSecret: string;
}

export interface Connection {
  /** `main`, else a number that is never given again. */
  readonly id: string;
  /** As people call it: its own name, else that of its clearinghouse. */
  readonly name: string;
  /** Empty where it has none. */
  readonly ownName: string;
  readonly settings: ConnectionSettings;
  readonly sealedSecret: string;
  /** Null where nothing is asked at once by it. */
  readonly realTime: StoredRealTime | null;
  /** From when the password is known here; null for a key, and where it is not known. */
  readonly passwordSince: UtcInstant | null;
  readonly state: ConnectionState;
  readonly stateMessage: string;
  readonly stateSince: UtcInstant;
  /** Refused log-ins in a row. */
  readonly failedLogins: number;
  readonly lastContactAt: UtcInstant | null;
  /** When it is tried again after trouble; null where nothing holds it up. */
  readonly nextTryAt: UtcInstant | null;
  /** Milliseconds by which our clock was ahead of its clock when it last wrote a file of ours; null where it never said. */
  readonly clockAhead: number | null;
  /** When that was, by our clock. */
  readonly clockAheadAt: UtcInstant | null;
  /** Since when a person lets nothing go out or come in by it. */
  readonly pausedAt: UtcInstant | null;
  /** Changes when a person sets the account anew, be it to the same values, and when it is paused or goes on. */
  readonly version: string;
}

/** Of all practices, for the worker that serves them all; `version` is that of the account. */
export async function listAllConnections(
  db: Db,
): Promise<{ practiceId: string; connectionId: string; version: string }[]> {
  const rows = await db
    .select({
      practiceId: connections.practiceId,
      connectionId: connections.id,
      settings: connections.settings,
      sealedSecret: connections.sealedSecret,
      pausedAt: connections.pausedAt,
    })
    .from(connections)
    .where(isNull(connections.removedAt));
  return rows.map(({ practiceId, connectionId, ...row }) => ({
    practiceId,
    connectionId,
    version: versionOf(row),
  }));
}

/** Sealing the same secret twice gives two different texts. */
const versionOf = (row: {
  readonly sealedSecret: string;
  readonly settings: string;
  readonly pausedAt: string | null;
}): string => `${row.sealedSecret} ${row.settings} ${row.pausedAt ?? ''}`;

/** Undefined where there is none of this id, or it was removed. */
export async function findConnection(
  scope: Scope,
  id: string = MAIN_CONNECTION,
): Promise<Connection | undefined> {
  const [row] = await scope.db
    .select()
    .from(connections)
    .where(and(ofId(scope, id), isNull(connections.removedAt)));
  return row && toConnection(row);
}

/** Those in use, the main one first. */
export async function listConnections(scope: Scope): Promise<Connection[]> {
  const rows = await scope.db
    .select()
    .from(connections)
    .where(and(eq(connections.practiceId, scope.practiceId), isNull(connections.removedAt)));
  return rows.map(toConnection).toSorted((a, b) => inOrder(a.id, b.id));
}

/** The main one first, then by their numbers. */
export const inOrder = (a: string, b: string): number => placeOf(a) - placeOf(b);

const placeOf = (id: string): number => (id === MAIN_CONNECTION ? 0 : Number(id));

/** What people call each connection, those that were removed included. */
export async function connectionNames(scope: Scope): Promise<ReadonlyMap<string, string>> {
  const rows = await scope.db
    .select({ id: connections.id, name: connections.name, profileId: connections.profileId })
    .from(connections)
    .where(eq(connections.practiceId, scope.practiceId));
  return new Map(rows.map(({ id, name, profileId }) => [id, nameOfConnection(name, profileId)]));
}

function toConnection(row: typeof connections.$inferSelect): Connection {
  return {
    id: row.id,
    name: nameOfConnection(row.name, row.profileId),
    ownName: row.name,
    settings: fromJson<ConnectionSettings>(row.settings),
    sealedSecret: row.sealedSecret,
    realTime: realTimeIn(row),
    passwordSince: row.passwordSince as UtcInstant | null,
    state: row.state as ConnectionState,
    stateMessage: row.stateMessage,
    stateSince: row.stateSince as UtcInstant,
    failedLogins: row.failedLogins,
    lastContactAt: row.lastContactAt as UtcInstant | null,
    nextTryAt: row.nextTryAt as UtcInstant | null,
    clockAhead: row.clockAhead,
    clockAheadAt: row.clockAheadAt as UtcInstant | null,
    pausedAt: row.pausedAt as UtcInstant | null,
    version: versionOf(row),
  };
}

function realTimeIn({
  realTime,
  sealedRealTimeSecret,
}: typeof connections.$inferSelect): StoredRealTime | null {
  if (realTime === null || sealedRealTimeSecret === null) return null;
  return { account: fromJson<RealTimeAccount>(realTime), sealedSecret: sealedRealTimeSecret };
}

/** Null ends it. The exchange of files is none the wiser. */
export async function saveRealTime(scope: Scope, id: string, realTime: StoredRealTime | null): Promise<void> {
  await scope.db
    .update(connections)
    .set({
      realTime: realTime && toJson(realTime.account),
      sealedRealTimeSecret: realTime?.sealedSecret ?? null,
    })
    .where(ofId(scope, id));
}

/** Its own name, else that of its clearinghouse; the profile's id for one that no longer ships. */
export function nameOfConnection(ownName: string, profileId: string): string {
  const profile = Object.values(PROFILES).find(({ id }) => id === profileId);
  return ownName || (profile?.name ?? profileId);
}

const ofId = ({ practiceId }: Scope, id: string) =>
  and(eq(connections.practiceId, practiceId), eq(connections.id, id));

/** Sets or replaces an account. A new account starts afresh: refused log-ins of the old one are forgotten. */
export async function saveConnection(
  scope: Scope,
  connection: {
    /** The main one unless it says more. */
    readonly id?: string;
    /** Stays as it was unless it is given. */
    readonly name?: string;
    readonly settings: ConnectionSettings;
    readonly sealedSecret: string;
    readonly passwordSince: UtcInstant | null;
    readonly at: UtcInstant;
  },
): Promise<void> {
  const { id = MAIN_CONNECTION, name, settings } = connection;
  const row = {
    ...(name === undefined ? {} : { name }),
    profileId: settings.profileId,
    mode: settings.mode,
    settings: toJson(settings),
    sealedSecret: connection.sealedSecret,
    passwordSince: connection.passwordSince,
    state: 'ok' satisfies ConnectionState,
    stateMessage: '',
    stateSince: connection.at,
    failedLogins: 0,
    nextTryAt: null,
    clockAhead: null,
    clockAheadAt: null,
  };
  await scope.db
    .insert(connections)
    .values({ name: '', ...row, id, practiceId: scope.practiceId, lastContactAt: null })
    .onConflictDoUpdate({ target: [connections.practiceId, connections.id], set: row });
}

export async function setNextTry(scope: Scope, id: string, at: UtcInstant | null): Promise<void> {
  await scope.db.update(connections).set({ nextTryAt: at }).where(ofId(scope, id));
}

export async function setClockAhead(
  scope: Scope,
  id: string,
  milliseconds: number,
  at: UtcInstant,
): Promise<void> {
  const sample = { clockAhead: milliseconds, clockAheadAt: at };
  await scope.db.update(connections).set(sample).where(ofId(scope, id));
}

/** What was seen by a clock that has been set since says nothing of it. */
export async function forgetClockAhead(scope: Scope): Promise<void> {
  await scope.db
    .update(connections)
    .set({ clockAhead: null, clockAheadAt: null })
    .where(eq(connections.practiceId, scope.practiceId));
}

/** Null lets it go on. */
export async function setPaused(scope: Scope, id: string, pausedAt: UtcInstant | null): Promise<void> {
  await scope.db.update(connections).set({ pausedAt }).where(ofId(scope, id));
}

/** Its name and settings stay, for the files that went by it; its secret does not. */
export async function removeConnection(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(connections)
    .set({ removedAt: at, sealedSecret: '', realTime: null, sealedRealTimeSecret: null })
    .where(ofId(scope, id));
}

/**
 * Writes how the account stands now. Resolves to true when that is news. What was learnt with an account that was
 * replaced meanwhile is not written: its refused log-ins must not stop the new one.
 */
export async function setConnectionState(
  scope: Scope,
  next: {
    readonly id: string;
    readonly state: ConnectionState;
    readonly message: string;
    readonly failedLogins: number;
    readonly at: UtcInstant;
    /** True when the clearinghouse answered. */
    readonly contact: boolean;
    /** Of the account that this was learnt with. */
    readonly version: string;
  },
): Promise<boolean> {
  const before = await findConnection(scope, next.id);
  if (before?.version !== next.version) return false;
  const changed = before.state !== next.state || before.stateMessage !== next.message;
  await scope.db
    .update(connections)
    .set({
      failedLogins: next.failedLogins,
      ...(next.contact ? { lastContactAt: next.at } : {}),
      ...(changed ? { state: next.state, stateMessage: next.message, stateSince: next.at } : {}),
    })
    .where(ofId(scope, next.id));
  return changed;
}
