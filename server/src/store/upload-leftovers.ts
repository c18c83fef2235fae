/** Temporary files of broken uploads that the clearinghouse refused to remove, until they are gone. */
import type { UtcInstant } from '@claimside/shared/values';
import { and, eq } from 'drizzle-orm';
import { uploadLeftovers } from './schema.ts';
import type { Scope } from './store.ts';

export interface UploadLeftover {
  readonly name: string;
  readonly since: UtcInstant;
}

export async function noteLeftover(
  { db, practiceId }: Scope,
  connectionId: string,
  { name, since }: UploadLeftover,
): Promise<void> {
  await db.insert(uploadLeftovers).values({ practiceId, connectionId, name, since }).onConflictDoNothing();
}

export async function listLeftovers(
  { db, practiceId }: Scope,
  connectionId: string,
): Promise<UploadLeftover[]> {
  const rows = await db
    .select({ name: uploadLeftovers.name, since: uploadLeftovers.since })
    .from(uploadLeftovers)
    .where(and(eq(uploadLeftovers.practiceId, practiceId), eq(uploadLeftovers.connectionId, connectionId)));
  return rows.map(({ name, since }) => ({ name, since: since as UtcInstant }));
}

export async function forgetLeftover(
  { db, practiceId }: Scope,
  connectionId: string,
  name: string,
): Promise<void> {
  await db
    .delete(uploadLeftovers)
    .where(
      and(
        eq(uploadLeftovers.practiceId, practiceId),
        eq(uploadLeftovers.connectionId, connectionId),
        eq(uploadLeftovers.name, name),
      ),
    );
}
