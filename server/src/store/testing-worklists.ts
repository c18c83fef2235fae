/** For tests: the worklists as rows, and a store as it was before they were written. */
import { asc, eq } from 'drizzle-orm';
import { claims, counters, worklistItems } from './schema.ts';
import type { Scope } from './store.ts';

export async function listAllItems(scope: Scope) {
  return scope.db
    .select()
    .from(worklistItems)
    .where(eq(worklistItems.practiceId, scope.practiceId))
    .orderBy(asc(worklistItems.claimId), asc(worklistItems.list));
}

export async function forgetWorklists(scope: Scope): Promise<void> {
  await scope.db.delete(worklistItems);
  await scope.db.update(claims).set({ awaits: null });
  await scope.db.delete(counters).where(eq(counters.name, 'worklists-written'));
}

/** As a store was before claims could be found by the beginning of a name, by who treated and where. */
export async function forgetFoundBy(scope: Scope): Promise<void> {
  const unknown = { renderingNpi: '', location: '' };
  await scope.db.update(claims).set({ ...unknown, lastNameKey: '', laterNameKey: null, firstNameKey: '' });
  await scope.db.update(worklistItems).set(unknown);
  await scope.db.delete(counters).where(eq(counters.name, 'worklists-written'));
}
