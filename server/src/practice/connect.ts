/** Stores the practice's accounts at clearinghouses: settings as read, the password sealed. */
import type { ConnectionToSave } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit, type ServerKey } from '../access/index.ts';
import { type ConnectionSettings, isSameLogIn, MAIN_CONNECTION } from '../clearinghouse/index.ts';
import { looksLikeKey, usableSecret } from '../exchange/index.ts';
import type { Runtime } from '../runtime.ts';
import {
  type Connection,
  findConnection,
  listConnections,
  nameOfConnection,
  saveConnection,
  setPaused,
} from '../store/connections.ts';
import { takeNumber } from '../store/counters.ts';
import { findServerNote } from '../store/server-notes.ts';
import type { Scope, Store } from '../store/store.ts';
import { endTests } from './end-tests.ts';
import { keepFormer, nextId, refuseAwaited, takeOverFiles } from './former-account.ts';

export interface AccountRefusal<
  Code extends string =
    | 'connection-name-taken'
    | 'connection-needs-password'
    | 'connection-set-twice'
    | 'connection-awaits-answers',
> {
  readonly code: Code;
  /** One sentence: what is in the way and what to do. */
  readonly why: string;
}

export type ConnectionRefusal = AccountRefusal | AccountRefusal<'not-found'>;

export interface AccountDeps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly key: Pick<ServerKey, 'seal' | 'openSecret'>;
  readonly practiceId: string;
}

/** As an admin wrote it down. */
export interface AccountToSave extends Omit<ConnectionToSave, 'settings'> {
  readonly settings: ConnectionSettings;
}

/** Sets the main account. `byDevice` null: a person at the server's console. A running server takes it up at its next round. */
export async function connectClearinghouse(
  deps: AccountDeps,
  byDevice: string | null,
  settings: ConnectionSettings,
  secret: string,
): Promise<void> {
  await deps.store.transaction((db) =>
    store(deps, { db, practiceId: deps.practiceId }, byDevice, MAIN_CONNECTION, { settings, secret }, secret),
  );
}

/** A further account, or the main one where there is none yet. Gives its id. No payer goes by a further one until it is routed. */
export function addConnection(
  deps: AccountDeps,
  byDevice: string | null,
  account: AccountToSave,
): Promise<Result<string, AccountRefusal>> {
  return deps.store.transaction(async (db) => {
    const scope = { db, practiceId: deps.practiceId };
    const known = await listConnections(scope);
    const isMain = known.length === 0;
    const name = isMain ? account.name : (account.name ?? '');
    const refusal = refuseName(known, name, account.settings, isMain) ?? refuseAgain(known, account.settings);
    if (refusal) return err(refusal);
    if (account.secret === undefined) return err(NO_PASSWORD);
    const secret = usableSecret(account.secret);
    if (!secret.ok) return err(noKey(secret.error));
    const id = isMain ? MAIN_CONNECTION : nextId(await takeNumber(scope, 'connection'));
    await store(deps, scope, byDevice, id, account, secret.value);
    await takeOverFiles(scope, id, account.settings);
    return ok(id);
  });
}

/**
 * The password stays as it was where none is given; it is asked for again for another host, port or user, who would be told it.
 * While answers are awaited at the former account somebody has to say what becomes of it.
 */
export function changeConnection(
  deps: AccountDeps,
  byDevice: string | null,
  id: string,
  account: AccountToSave,
): Promise<Result<string, ConnectionRefusal>> {
  return deps.store.transaction(async (db) => {
    const scope = { db, practiceId: deps.practiceId };
    const before = await findConnection(scope, id);
    if (!before) return err(NOT_THERE);
    const others = (await listConnections(scope)).filter((each) => each.id !== id);
    const isMain = id === MAIN_CONNECTION;
    const refusal =
      refuseName(others, account.name ?? before.ownName, account.settings, isMain) ??
      refuseAgain(others, account.settings);
    if (refusal) return err(refusal);
    const given = account.secret ?? keptSecret(deps.key, before, account.settings);
    if (given === undefined) return err(NO_PASSWORD);
    const secret = usableSecret(given);
    if (!secret.ok) return err(noKey(secret.error));
    const awaited = await refuseAwaited(scope, before, account.settings, account.former);
    if (awaited) return err(awaited);
    if (account.former === 'keep' && !isSameLogIn(before.settings, account.settings)) {
      const kept = await keepFormer(scope, before, deps.runtime.now());
      await takeOverFiles(scope, kept, before.settings);
      await recordAudit(deps.runtime, scope, byDevice, 'connection-added', kept);
    }
    await store(deps, scope, byDevice, id, account, secret.value);
    await takeOverFiles(scope, id, account.settings);
    return ok(id);
  });
}

const NOT_THERE: AccountRefusal<'not-found'> = {
  code: 'not-found',
  why: 'There is no such connection (any more).',
};

const NO_PASSWORD: AccountRefusal = {
  code: 'connection-needs-password',
  why: 'Type the password: it is not known here, or was given for another host, port or user.',
};

const noKey = (why: string): AccountRefusal => ({ code: 'connection-needs-password', why });

function refuseName(
  others: readonly Connection[],
  ownName: string | undefined,
  settings: ConnectionSettings,
  isMain: boolean,
): AccountRefusal | undefined {
  if (!isMain && !ownName)
    return {
      code: 'connection-name-taken',
      why: 'Give the connection a name of its own, such as Work comp.',
    };
  const name = nameOfConnection(ownName ?? '', settings.profileId);
  const isSame = (other: string) => other.toLowerCase() === name.toLowerCase();
  const isTaken = others.some((other) => isSame(other.name)) || (!isMain && isSame(MAIN_CONNECTION));
  return isTaken
    ? {
        code: 'connection-name-taken',
        why: `Another connection is called ${name} already. Choose another name.`,
      }
    : undefined;
}

/** What one connection fetches from an account, another one would never see. */
function refuseAgain(others: readonly Connection[], account: ConnectionSettings): AccountRefusal | undefined {
  const same = others.find(({ settings }) => isSameLogIn(settings, account));
  return (
    same && {
      code: 'connection-set-twice',
      why: `This account is set up already, as ${same.name}. Change that connection: an answer that one of two fetches, the other would never see.`,
    }
  );
}

function keptSecret(
  key: Pick<ServerKey, 'openSecret'>,
  before: Connection,
  { host, port, username }: ConnectionSettings,
): string | undefined {
  const { settings } = before;
  if (settings.host !== host || settings.port !== port || settings.username !== username) return undefined;
  return opened(key, before.sealedSecret);
}

async function store(
  { runtime, key }: Pick<AccountDeps, 'runtime' | 'key'>,
  scope: Scope,
  byDevice: string | null,
  id: string,
  { name, settings }: AccountToSave,
  secret: string,
): Promise<void> {
  const at = runtime.now();
  const before = await findConnection(scope, id);
  const isSame =
    before?.settings.username === settings.username && opened(key, before.sealedSecret) === secret;
  const passwordSince = looksLikeKey(secret) ? null : isSame ? before.passwordSince : at;
  const sealedSecret = key.seal(secret);
  const named = name === undefined ? {} : { name };
  await saveConnection(scope, { id, ...named, settings, sealedSecret, passwordSince, at });
  if (id === MAIN_CONNECTION && settings.mode === 'live' && before?.settings.mode !== 'live')
    await endTests(scope, byDevice, at);
  // As all others are, until an admin has compared with the clearinghouse.
  if (!before && (await findServerNote(scope.db, 'restored')) !== undefined) await setPaused(scope, id, at);
  const action = before || id === MAIN_CONNECTION ? 'connection-changed' : 'connection-added';
  await recordAudit(runtime, scope, byDevice, action, id === MAIN_CONNECTION ? scope.practiceId : id);
}

/** Undefined for one that was sealed by another key. */
function opened({ openSecret }: Pick<ServerKey, 'openSecret'>, sealed: string): string | undefined {
  try {
    return openSecret(sealed);
  } catch {
    return undefined;
  }
}
