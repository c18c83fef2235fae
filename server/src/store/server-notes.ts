/** When the server did something last, whatever process of it: the last good backup, the last sign of life; and of when its data is, if it was restored. */
import type { UtcInstant } from '@claimside/shared/values';
import { eq } from 'drizzle-orm';
import { serverNotes } from './schema.ts';
import type { Db } from './store.ts';

/** `restored`: of when the backup is that this data came from, until an admin lets the exchange go on. */
export type ServerNote = 'backup' | 'alive' | 'restored';

export async function findServerNote(db: Db, name: ServerNote): Promise<UtcInstant | undefined> {
  const [row] = await db.select().from(serverNotes).where(eq(serverNotes.name, name));
  return row?.at as UtcInstant | undefined;
}

export async function noteServer(db: Db, name: ServerNote, at: UtcInstant): Promise<void> {
  await db
    .insert(serverNotes)
    .values({ name, at })
    .onConflictDoUpdate({ target: serverNotes.name, set: { at } });
}

export async function dropServerNote(db: Db, name: ServerNote): Promise<void> {
  await db.delete(serverNotes).where(eq(serverNotes.name, name));
}
