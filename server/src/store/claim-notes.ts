/** What people wrote down about a claim: added once, never changed. */
import type { ClaimNote } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { claimNotes, devices } from './schema.ts';
import type { Scope } from './store.ts';

/** False when this note is here already. */
export async function insertNote(
  scope: Scope,
  note: {
    readonly id: string;
    readonly claimId: string;
    readonly at: UtcInstant;
    readonly deviceId: string;
    readonly text: string;
  },
): Promise<boolean> {
  const rows = await scope.db
    .insert(claimNotes)
    .values({ ...note, practiceId: scope.practiceId })
    .onConflictDoNothing()
    .returning({ id: claimNotes.id });
  return rows.length > 0;
}

/** The oldest first. */
export async function listNotes(scope: Scope, claimId: string): Promise<ClaimNote[]> {
  return scope.db
    .select({ id: claimNotes.id, at: claimNotes.at, by: devices.name, text: claimNotes.text })
    .from(claimNotes)
    .innerJoin(devices, eq(devices.id, claimNotes.deviceId))
    .where(and(eq(claimNotes.practiceId, scope.practiceId), eq(claimNotes.claimId, claimId)))
    .orderBy(asc(claimNotes.at), asc(claimNotes.id));
}
