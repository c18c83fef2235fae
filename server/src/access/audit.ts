/** Writes the log of who did what, inside the transaction of the deed, so that neither is without the other; and of who looked at what. */

import type { AuditAction } from '@claimside/shared/api';
import { newId, type Runtime } from '../runtime.ts';
import { insertAuditEntry } from '../store/audit.ts';
import type { Scope, Store } from '../store/store.ts';

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

/** Of whoever only looked, before it is shown; it stands in the log a moment later. `subject` as in `recordAudit`. */
export function recordLook(
  { store, runtime }: { readonly store: Store; readonly runtime: Pick<Runtime, 'now' | 'randomBytes'> },
  { practiceId }: Pick<Scope, 'practiceId'>,
  deviceId: string,
  action: AuditAction,
  subject: string,
): Promise<void> {
  return store.looks.note(practiceId, { id: newId(runtime), at: runtime.now(), deviceId, action, subject });
}
