/** Asks for a trial of a connection; the exchange writes and sends it in its next round. */
import type { Trial } from '@claimside/shared/api';
import { err, ok, type Result, type UtcInstant } from '@claimside/shared/values';
import { recordAudit } from '../../access/index.ts';
import { isForAnother, madeFor } from '../../clearinghouse/index.ts';
import { newId, type Runtime } from '../../runtime.ts';
import { findConnection } from '../../store/connections.ts';
import type { Scope, Store } from '../../store/store.ts';
import { findNewestTrial, insertTrial, listTrialAnswers, type StoredTrial } from '../../store/trials.ts';
import { describeTrial } from './describe.ts';

/** Undefined where none was asked for, or it went by another account than the connection has now. */
async function newestTrial(scope: Scope, connectionId: string): Promise<StoredTrial | undefined> {
  const trial = await findNewestTrial(scope, connectionId);
  const connection = await findConnection(scope, connectionId);
  const isOfAnother =
    trial?.file && connection && isForAnother(trial.file.madeFor, madeFor(connection.settings));
  return isOfAnother ? undefined : trial;
}

/** The newest one that counts. */
export async function readTrial(scope: Scope, connectionId: string): Promise<Trial | undefined> {
  const trial = await newestTrial(scope, connectionId);
  return trial && describeTrial(trial, await listTrialAnswers(scope, trial.id));
}

const DAY_MILLISECONDS = 86_400_000;

/** Whether one was asked for within a day and its answers are still waited for. */
export async function isTrialOpen(scope: Scope, connectionId: string, now: UtcInstant): Promise<boolean> {
  const trial = await newestTrial(scope, connectionId);
  if (!trial || Date.parse(now) - Date.parse(trial.askedAt) > DAY_MILLISECONDS) return false;
  return describeTrial(trial, await listTrialAnswers(scope, trial.id)).outcome === 'waiting';
}

const PAUSED = 'The connection is paused. Let it go on, then send the test file.';
const UNDER_WAY = 'A test file is on its way already. Wait until it was sent.';

/** `why` is a sentence for who asked. */
export type NoTrial = 'no-connection' | { readonly why: string };

/** Refused where nothing could come of it. Call `nudge` of the worker after it. */
export async function startTrial(
  { store, runtime }: { readonly store: Store; readonly runtime: Pick<Runtime, 'now' | 'randomBytes'> },
  practiceId: string,
  connectionId: string,
  deviceId: string | null,
): Promise<Result<Trial, NoTrial>> {
  return store.transaction(async (db): Promise<Result<Trial, NoTrial>> => {
    const scope = { db, practiceId };
    const connection = await findConnection(scope, connectionId);
    if (!connection) return err('no-connection');
    if (connection.pausedAt !== null) return err({ why: PAUSED });
    const before = await findNewestTrial(scope, connectionId);
    const isUnderWay = before?.file
      ? ['ready', 'sending'].includes(before.file.state)
      : before?.notWritten === null;
    if (isUnderWay) return err({ why: UNDER_WAY });
    const trial = { id: newId(runtime), connectionId, askedAt: runtime.now(), askedByDevice: deviceId };
    await insertTrial(scope, trial);
    await recordAudit(runtime, scope, deviceId, 'trial-asked', connectionId);
    return ok(describeTrial({ ...trial, notWritten: null, file: null }, []));
  });
}
