/** Inbound files that a person sets aside, and takes up again. */
import type { InboundFile } from '@claimside/shared/api';
import { and, eq, not } from 'drizzle-orm';
import type { StoredDecision } from './decisions.ts';
import { waitsWithPayments } from './files.ts';
import { fromJson, toJson } from './json.ts';
import { inboundFiles } from './schema.ts';
import type { Scope } from './store.ts';

/** A person says why nobody needs to look at it any more. Of two who say so at once the second changes nothing. */
export async function setFileAside(scope: Scope, id: string, decision: StoredDecision): Promise<boolean> {
  const rows = await scope.db
    .update(inboundFiles)
    .set({ state: 'set-aside' satisfies InboundFile['state'], decision: toJson(decision) })
    .where(
      and(
        eq(inboundFiles.practiceId, scope.practiceId),
        eq(inboundFiles.id, id),
        eq(inboundFiles.state, 'needs-person'),
        not(waitsWithPayments(scope)),
      ),
    )
    .returning({ id: inboundFiles.id });
  return rows.length > 0;
}

/** It waits again for what it waited for; what was said of it stays with it. Nothing, where it is not set aside. */
export async function reopenFile(
  scope: Scope,
  id: string,
  by: Pick<StoredDecision, 'at' | 'deviceId'>,
): Promise<boolean> {
  const ofFile = and(
    eq(inboundFiles.practiceId, scope.practiceId),
    eq(inboundFiles.id, id),
    eq(inboundFiles.state, 'set-aside'),
  );
  const [row] = await scope.db.select({ decision: inboundFiles.decision }).from(inboundFiles).where(ofFile);
  if (!row) return false;
  const reason = row.decision === null ? '' : fromJson<StoredDecision>(row.decision).reason;
  const decision: StoredDecision = { kind: 'reopened', ...by, reason };
  await scope.db
    .update(inboundFiles)
    .set({ state: 'needs-person' satisfies InboundFile['state'], decision: toJson(decision) })
    .where(ofFile);
  return true;
}
