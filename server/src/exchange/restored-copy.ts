/** The first start from a backup copy: whatever may have been sent after the copy was made is never sent by itself again. */
import type { UtcInstant } from '@claimside/shared/values';
import type { Runtime } from '../runtime.ts';
import { takeCopyMark } from '../store/copy-mark.ts';
import { listClaimsOfFile, listOutboundFiles, type OutboundFile } from '../store/outbound-files.ts';
import { markSending, setOutboundState } from '../store/outbound-states.ts';
import type { Scope, Store } from '../store/store.ts';
import { listWaitingClaims, removeFromOutbox } from '../store/waiting-claims.ts';
import { appendLearnt } from './facts.ts';

export interface RestoredCopy {
  readonly madeAt: UtcInstant;
  /** Files for a person to decide on. */
  readonly files: number;
  /** Claims that waited in no file. */
  readonly claims: number;
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
    for (const file of files) await doubtFile(scope, file, at);
    const waiting = await listWaitingClaims(scope, Number.MAX_SAFE_INTEGER);
    for (const { outboxId } of waiting) await removeFromOutbox(scope, outboxId);
    const message = `It waited when the backup of ${madeAt.slice(0, 16)} UTC was made, from which this data was restored, and may have been sent since. Look for it at the clearinghouse; bill the visit again only if it is not there.`;
    const learnt = waiting.map(({ claimId, outboxId }) => ({
      claimId,
      dedupeKey: `restored:${outboxId}`,
      fact: { type: 'withheld', message } as const,
    }));
    await appendLearnt(scope, { kind: 'system' }, at, learnt);
    return { madeAt, files: files.length, claims: waiting.length };
  });
}

/** Counts as an attempt: the original may have made it. */
async function doubtFile(scope: Scope, file: OutboundFile, at: UtcInstant): Promise<void> {
  const attempt = file.attempts + 1;
  await setOutboundState(scope, file.id, 'ready', at);
  await markSending(scope, file.id, at);
  await setOutboundState(scope, file.id, 'unknown', at);
  const claims = await listClaimsOfFile(scope, file.id);
  const learnt = [...claims.values()].map((claimId) => ({
    claimId,
    dedupeKey: `delivery-unknown:${file.id}:${attempt}`,
    fact: { type: 'delivery-unknown', fileName: file.name, attempt } as const,
  }));
  await appendLearnt(scope, { kind: 'system' }, at, learnt);
}
