/** A connection's access to questions that are answered at once: stored with the password sealed, and opened to ask. */
import type { RealTimeAccount, RealTimeToSave } from '@claimside/shared/api';
import { err, ok, type Result } from '@claimside/shared/values';
import { recordAudit, type ServerKey } from '../access/index.ts';
import { PROFILES, type RealTimeService, realTimeOf } from '../clearinghouse/index.ts';
import { addressOf, type RealTimeCredentials } from '../real-time/index.ts';
import { type Connection, findConnection, saveRealTime } from '../store/connections.ts';
import type { Scope } from '../store/store.ts';
import type { AccountDeps } from './connect.ts';

export interface RealTimeRefusal {
  readonly code: 'not-found' | 'connection-needs-password' | 'connection-settings-wrong';
  readonly why: string;
}

const NOT_THERE: RealTimeRefusal = {
  code: 'not-found',
  why: 'There is no such connection (any more).',
};

/** The password stays as it was where none is given; it is asked for again for another user or address, who would be told it. */
export function setRealTime(
  { store, runtime, key, practiceId }: AccountDeps,
  byDevice: string | null,
  id: string,
  { account, secret }: RealTimeToSave,
): Promise<Result<void, RealTimeRefusal>> {
  return store.transaction(async (db): Promise<Result<void, RealTimeRefusal>> => {
    const scope = { db, practiceId };
    const connection = await findConnection(scope, id);
    if (!connection) return err(NOT_THERE);
    const address = addressOf(serviceOf(connection, account));
    if (!address.ok) {
      const { message, fix } = address.error;
      return err({ code: 'connection-settings-wrong', why: `${message} ${fix}` });
    }
    const sealedSecret = secret === undefined ? keptSecret(connection, account) : key.seal(secret);
    if (sealedSecret === undefined)
      return err({
        code: 'connection-needs-password',
        why: 'Type the password of the real-time service: it is not known here, or was given for another user or address.',
      });
    await saveRealTime(scope, id, { account, sealedSecret });
    await recordAudit(runtime, scope, byDevice, 'real-time-changed', id);
    return ok(undefined);
  });
}

/** Nothing is asked by it any more. What was asked is kept. */
export function endRealTime(
  { store, runtime, practiceId }: Pick<AccountDeps, 'store' | 'runtime' | 'practiceId'>,
  byDevice: string | null,
  id: string,
): Promise<Result<void, RealTimeRefusal>> {
  return store.transaction(async (db): Promise<Result<void, RealTimeRefusal>> => {
    const scope: Scope = { db, practiceId };
    const connection = await findConnection(scope, id);
    if (!connection) return err(NOT_THERE);
    if (connection.realTime === null) return ok(undefined);
    await saveRealTime(scope, id, null);
    await recordAudit(runtime, scope, byDevice, 'real-time-removed', id);
    return ok(undefined);
  });
}

export interface RealTimeAccess {
  readonly service: RealTimeService;
  readonly credentials: RealTimeCredentials;
}

/** Undefined where none is set up. Throws where the password was sealed by another key. */
export function realTimeAccess(
  connection: Connection,
  { openSecret }: Pick<ServerKey, 'openSecret'>,
): RealTimeAccess | undefined {
  const stored = connection.realTime ?? sandboxAccess(connection);
  if (stored === null) return undefined;
  const { account, sealedSecret } = stored;
  return {
    service: serviceOf(connection, account),
    credentials: { username: account.username, password: openSecret(sealedSecret) },
  };
}

/** How far above its port for files the sandbox answers questions, unless it was told otherwise. */
const SANDBOX_PORTS = 100;
const SANDBOX_SENDER = 'CLAIMSIDE';

/** The sandbox takes questions with its account for files. */
function sandboxAccess({ settings, sealedSecret }: Connection): Connection['realTime'] {
  if (settings.profileId !== 'sandbox') return null;
  const { urls, form } = PROFILES.sandbox.realTime;
  const url = new URL(urls[form]);
  url.port = String(settings.port + SANDBOX_PORTS);
  return {
    account: { senderId: SANDBOX_SENDER, username: settings.username, url: url.href },
    sealedSecret,
  };
}

function serviceOf({ settings }: Connection, account: RealTimeAccount): RealTimeService {
  const { username: _, ...values } = account;
  return realTimeOf(PROFILES[settings.profileId], withoutUndefined(values));
}

function keptSecret({ realTime }: Connection, { username, url }: RealTimeAccount): string | undefined {
  const isSame = realTime?.account.username === username && realTime.account.url === url;
  return isSame ? realTime.sealedSecret : undefined;
}

function withoutUndefined({
  senderId,
  form,
  url,
  receiverId,
  coreRuleVersion,
  timeoutMilliseconds,
}: Omit<RealTimeAccount, 'username'>) {
  return {
    senderId,
    ...(form && { form }),
    ...(url && { url }),
    ...(receiverId && { receiverId }),
    ...(coreRuleVersion && { coreRuleVersion }),
    ...(timeoutMilliseconds && { timeoutMilliseconds }),
  };
}
