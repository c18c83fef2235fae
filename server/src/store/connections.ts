/** The practice's account at a clearinghouse and how it stands. */
import type { ExchangeStatus } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { eq } from 'drizzle-orm';
import type { ConnectionSettings } from '../clearinghouse/index.ts';
import { fromJson, toJson } from './json.ts';
import { connections } from './schema.ts';
import type { Db, Scope } from './store.ts';

export type ConnectionState = Exclude<ExchangeStatus['state'], 'not-set-up'>;

export interface Connection {
  readonly settings: ConnectionSettings;
  readonly sealedSecret: string;
  /** From when the password is known here; null for a key, and where it is not known. */
  readonly passwordSince: UtcInstant | null;
  readonly state: ConnectionState;
  readonly stateMessage: string;
  /** Refused log-ins in a row. */
  readonly failedLogins: number;
  /** Changes when a person sets the account anew, be it to the same values. */
  readonly version: string;
}

/** Practices that exchange files, for the worker that serves them all; `version` is that of the account. */
export async function listConnectedPractices(db: Db): Promise<{ practiceId: string; version: string }[]> {
  const rows = await db
    .select({
      practiceId: connections.practiceId,
      settings: connections.settings,
      sealedSecret: connections.sealedSecret,
    })
    .from(connections);
  return rows.map((row) => ({ practiceId: row.practiceId, version: versionOf(row) }));
}

/** Sealing the same secret twice gives two different texts. */
const versionOf = (row: { readonly sealedSecret: string; readonly settings: string }): string =>
  `${row.sealedSecret} ${row.settings}`;

export async function findConnection(scope: Scope): Promise<Connection | undefined> {
  const [row] = await scope.db.select().from(connections).where(eq(connections.practiceId, scope.practiceId));
  if (!row) return undefined;
  return {
    settings: fromJson<ConnectionSettings>(row.settings),
    sealedSecret: row.sealedSecret,
    passwordSince: row.passwordSince as UtcInstant | null,
    state: row.state as ConnectionState,
    stateMessage: row.stateMessage,
    failedLogins: row.failedLogins,
    version: versionOf(row),
  };
}

/** Sets or replaces the account. A new account starts afresh: refused log-ins of the old one are forgotten. */
export async function saveConnection(
  scope: Scope,
  connection: {
    readonly settings: ConnectionSettings;
    readonly sealedSecret: string;
    readonly passwordSince: UtcInstant | null;
    readonly at: UtcInstant;
  },
): Promise<void> {
  const row = {
    profileId: connection.settings.profileId,
    mode: connection.settings.mode,
    settings: toJson(connection.settings),
    sealedSecret: connection.sealedSecret,
    passwordSince: connection.passwordSince,
    state: 'ok' satisfies ConnectionState,
    stateMessage: '',
    stateSince: connection.at,
    failedLogins: 0,
  };
  await scope.db
    .insert(connections)
    .values({ ...row, practiceId: scope.practiceId, lastContactAt: null })
    .onConflictDoUpdate({ target: connections.practiceId, set: row });
}

/**
 * Writes how the account stands now. Resolves to true when that is news. What was learnt with an account that was
 * replaced meanwhile is not written: its refused log-ins must not stop the new one.
 */
export async function setConnectionState(
  scope: Scope,
  next: {
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
  const before = await findConnection(scope);
  if (before?.version !== next.version) return false;
  const changed = before.state !== next.state || before.stateMessage !== next.message;
  await scope.db
    .update(connections)
    .set({
      failedLogins: next.failedLogins,
      ...(next.contact ? { lastContactAt: next.at } : {}),
      ...(changed ? { state: next.state, stateMessage: next.message, stateSince: next.at } : {}),
    })
    .where(eq(connections.practiceId, scope.practiceId));
  return changed;
}
