/** Pauses a connection, lets it go on, or removes it once nothing needs it any more. */
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../access/index.ts';
import { MAIN_CONNECTION } from '../clearinghouse/index.ts';
import type { Runtime } from '../runtime.ts';
import { findConnection, listConnections, removeConnection, setPaused } from '../store/connections.ts';
import { readNeeds } from '../store/needs-of-connection.ts';
import { setRoutesTo } from '../store/routing.ts';
import { dropServerNote } from '../store/server-notes.ts';
import type { Scope, Store } from '../store/store.ts';

export interface EndRefusal {
  readonly code: 'not-found' | 'main-connection-stays' | 'connection-in-use';
  readonly why: string;
}

interface Deps {
  readonly store: Store;
  readonly runtime: Runtime;
  readonly practiceId: string;
}

const NOT_THERE: EndRefusal = { code: 'not-found', why: 'There is no such connection (any more).' };

/** Paused, nothing goes out or comes in by it and its claims wait; no claim of it goes by another. */
export function pauseConnection(
  { store, runtime, practiceId }: Deps,
  byDevice: string | null,
  id: string,
  isPaused: boolean,
): Promise<Result<void, EndRefusal>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const connection = await findConnection(scope, id);
    if (!connection) return err(NOT_THERE);
    if ((connection.pausedAt !== null) === isPaused) return ok(undefined);
    await setPaused(scope, id, isPaused ? runtime.now() : null);
    if (!isPaused) await endRestoration(scope);
    await recordAudit(runtime, scope, byDevice, isPaused ? 'connection-paused' : 'connection-resumed', id);
    return ok(undefined);
  });
}

/** Restored data is told of until no connection is held back any more. */
async function endRestoration(scope: Scope): Promise<void> {
  const connections = await listConnections(scope);
  if (connections.every(({ pausedAt }) => pausedAt === null)) await dropServerNote(scope.db, 'restored');
}

/** Its payers go by the main connection from then on. What went by it can still be read. */
export function endConnection(
  { store, runtime, practiceId }: Deps,
  byDevice: string | null,
  id: string,
): Promise<Result<void, EndRefusal>> {
  return store.transaction(async (db) => {
    const scope = { db, practiceId };
    const connection = await findConnection(scope, id);
    if (!connection) return err(NOT_THERE);
    if (id === MAIN_CONNECTION)
      return err({
        code: 'main-connection-stays',
        why: 'The main connection can not be removed, as every payer without a route goes by it. Change it, or pause it.',
      });
    const refusal = await refuseNeeded(scope, id, connection.name, runtime.now());
    if (refusal) return err(refusal);
    await setRoutesTo(scope, id, []);
    await removeConnection(scope, id, runtime.now());
    await endRestoration(scope);
    await recordAudit(runtime, scope, byDevice, 'connection-removed', id);
    return ok(undefined);
  });
}

/** One thing at a time, the first that a person can do something about. */
async function refuseNeeded(
  scope: Scope,
  id: string,
  name: string,
  now: UtcInstant,
): Promise<EndRefusal | undefined> {
  const { waiting, leaving, awaiting, unread } = await readNeeds(scope, id, now);
  const why =
    waiting > 0
      ? `${many(waiting, 'claim waits', 'claims wait')} for ${name}. Let ${one(waiting)} leave first, or route the payers elsewhere: claims that wait follow.`
      : leaving > 0
        ? `${many(leaving, 'file is', 'files are')} on the way by ${name}. Let ${one(leaving)} leave first; of a file in doubt somebody has to say whether it arrived.`
        : awaiting > 0
          ? `${many(awaiting, 'claim that left by it waits', 'claims that left by it wait')} for answers, which come by ${name} alone. Route its payers elsewhere and leave it until then: it goes on fetching answers.`
          : unread > 0
            ? `What came by ${name} is being read. Try again in a minute.`
            : undefined;
  return why === undefined ? undefined : { code: 'connection-in-use', why };
}

const many = (count: number, single: string, several: string): string =>
  `${count} ${count === 1 ? single : several}`;

const one = (count: number): string => (count === 1 ? 'it' : 'them');
