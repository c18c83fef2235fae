/** The ways of a file from frozen to answered, one step each. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { oneLess, oneMore } from './dialect.ts';
import type { OutboundFile, OutboundState } from './outbound-files.ts';
import { outboundFiles, outbox } from './schema.ts';
import type { Scope } from './store.ts';

/** Notes that an upload begins: durable before the first byte leaves. False when the file is not ready (any more). */
export async function markSending(scope: Scope, id: string, at: UtcInstant): Promise<boolean> {
  const rows = await scope.db
    .update(outboundFiles)
    .set({
      state: 'sending',
      stateSince: at,
      attempts: oneMore(outboundFiles.attempts),
      uploadsBegun: oneMore(outboundFiles.uploadsBegun),
    })
    .where(
      and(
        eq(outboundFiles.practiceId, scope.practiceId),
        eq(outboundFiles.id, id),
        eq(outboundFiles.state, 'ready' satisfies OutboundState),
      ),
    )
    .returning({ id: outboundFiles.id });
  return rows.length > 0;
}

/** After an attempt that ended before it wrote: ready again, and not counted, as no byte can have arrived. */
export async function markNotBegun(scope: Scope, id: string, at: UtcInstant): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ state: 'ready', stateSince: at, attempts: oneLess(outboundFiles.attempts) })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

export async function setOutboundState(
  scope: Scope,
  id: string,
  state: OutboundState,
  at: UtcInstant,
): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ state, stateSince: at, ...(state === 'sent' ? { sentAt: at } : {}) })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

/** Notes that one of the copies that were uploaded so far was refused. */
export async function noteRefusedCopy(scope: Scope, { id }: OutboundFile): Promise<void> {
  await scope.db
    .update(outboundFiles)
    .set({ refusals: oneMore(outboundFiles.refusals) })
    .where(and(eq(outboundFiles.practiceId, scope.practiceId), eq(outboundFiles.id, id)));
}

/**
 * Gives the claims of a file back to the queue while nothing of it has left: its bytes and numbers are never sent. False when
 * an upload was begun. Call inside a transaction: of this and the upload, exactly one gets the file.
 */
export async function takeApart(scope: Scope, id: string, at: UtcInstant): Promise<boolean> {
  const rows = await scope.db
    .update(outboundFiles)
    .set({ state: 'taken-apart' satisfies OutboundState, stateSince: at })
    .where(
      and(
        eq(outboundFiles.practiceId, scope.practiceId),
        eq(outboundFiles.id, id),
        eq(outboundFiles.state, 'ready' satisfies OutboundState),
        eq(outboundFiles.attempts, 0),
      ),
    )
    .returning({ id: outboundFiles.id });
  if (rows.length === 0) return false;
  await giveBack(scope, id);
  return true;
}

/** Its claims wait for another file from now on. Only for a file of which nothing has arrived and that is never sent (again). */
export async function giveBack(scope: Scope, id: string): Promise<void> {
  await scope.db
    .update(outbox)
    .set({ outboundFileId: null })
    .where(and(eq(outbox.practiceId, scope.practiceId), eq(outbox.outboundFileId, id)));
}
