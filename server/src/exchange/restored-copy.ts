/** The first start from a backup copy: whatever may have been sent after the copy was made is never sent by itself again,
 * and nothing at all before a person lets it; nor does a browser come in, as it may have been revoked since. */
import type { UtcInstant } from '@claimside/shared/values';
import type { Runtime } from '../runtime.ts';
import { listConnections, setPaused } from '../store/connections.ts';
import { takeCopyMark } from '../store/copy-mark.ts';
import { type DeviceRow, holdDevices } from '../store/devices.ts';
import { listOutboundFiles } from '../store/outbound-files.ts';
import { setOutboundState } from '../store/outbound-states.ts';
import { noteServer } from '../store/server-notes.ts';
import type { Store } from '../store/store.ts';
import { listWaitingClaims, removeFromOutbox } from '../store/waiting-claims.ts';
import { doubtFile } from './doubt-file.ts';
import { appendLearnt } from './facts.ts';

export interface RestoredCopy {
  readonly madeAt: UtcInstant;
  /** Files for a person to decide on. */
  readonly files: number;
  /** Claims that waited in no file. */
  readonly claims: number;
  /** Browsers that wait to be let in again. */
  readonly devices: readonly DeviceRow[];
}

/** Undefined unless the data is a copy that no server has worked with yet. */
export async function settleRestoredCopy(
  { store, runtime }: { readonly store: Store; readonly runtime: Pick<Runtime, 'now'> },
  practiceId: string,
): Promise<RestoredCopy | undefined> {
  return store.transaction(async (db) => {
    const madeAt = await takeCopyMark(db);
    if (madeAt === undefined) return undefined;
    const scope = { db, practiceId };
    const at = runtime.now();
    const files = await listOutboundFiles(scope, ['ready', 'sending']);
    for (const file of files) {
      // The original may have begun one more upload.
      await setOutboundState(scope, file.id, 'ready', at);
      await doubtFile(scope, { ...file, state: 'ready' }, at);
    }
    const waiting = await listWaitingClaims(scope, Number.MAX_SAFE_INTEGER);
    for (const { outboxId } of waiting) await removeFromOutbox(scope, outboxId);
    const message = `It waited when the backup of ${madeAt.slice(0, 16)} UTC was made, from which this data was restored, and may have been sent since. Look for it at the clearinghouse; bill the visit again only if it is not there.`;
    // What was billed after the copy is not in it: a press for such a visit must not leave unseen.
    for (const { id, pausedAt } of await listConnections(scope)) {
      if (pausedAt === null) await setPaused(scope, id, at);
    }
    await noteServer(db, 'restored', madeAt);
    const devices = await holdDevices(scope, at);
    const learnt = waiting.map(({ claimId, outboxId }) => ({
      claimId,
      dedupeKey: `restored:${outboxId}`,
      fact: { type: 'withheld', message } as const,
    }));
    await appendLearnt(scope, { kind: 'system' }, at, learnt);
    return { madeAt, files: files.length, claims: waiting.length, devices };
  });
}
