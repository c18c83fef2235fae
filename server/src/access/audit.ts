/** Writes the log of who did what; inside the transaction of the deed, so that neither is without the other. */

import type { AuditAction } from '@claimside/shared/api';
import { newId, type Runtime } from '../runtime.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Scope } from '../store/store.ts';

/** `deviceId` null: a person at the server's own console. `subject` is an id, never a name. */
export async function recordAudit(
  runtime: Pick<Runtime, 'now' | 'randomBytes'>,
  scope: Scope,
  deviceId: string | null,
  action: AuditAction,
  subject: string,
): Promise<void> {
  await insertAuditEntry(scope, { id: newId(runtime), at: runtime.now(), deviceId, action, subject });
}
