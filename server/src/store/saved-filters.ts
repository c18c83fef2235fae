/** The named ways of looking at the lists of claims that a practice keeps. */
import type { FilterToSave, KeptFilter, SavedFilters } from '@claimside/shared/api';
import { nameKey } from '@claimside/shared/capture';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { savedFilters } from './schema.ts';
import type { Scope } from './store.ts';

/** In the order of their names. */
export async function listSavedFilters(scope: Scope): Promise<SavedFilters> {
  const rows = await scope.db
    .select({ id: savedFilters.id, name: savedFilters.name, filter: savedFilters.filter })
    .from(savedFilters)
    .where(eq(savedFilters.practiceId, scope.practiceId))
    .orderBy(asc(savedFilters.nameKey));
  return rows.map(({ filter, ...row }) => ({ ...row, filter: fromJson<KeptFilter>(filter) }));
}

/** In the place of one of the same name, but for case and punctuation. */
export async function saveFilter(
  scope: Scope,
  { id, name, filter, at }: FilterToSave & { readonly id: string; readonly at: UtcInstant },
): Promise<void> {
  const row = { name, filter: toJson(filter), savedAt: at };
  await scope.db
    .insert(savedFilters)
    .values({ id, practiceId: scope.practiceId, nameKey: filterNameKey(name), ...row })
    .onConflictDoUpdate({ target: [savedFilters.practiceId, savedFilters.nameKey], set: row });
}

/** Equal for names that are the same one. A name of signs alone is told apart by its signs. */
export const filterNameKey = (name: string): string => nameKey(name) || name.trim();

/** False when the practice has none of this id. */
export async function deleteSavedFilter(scope: Scope, id: string): Promise<boolean> {
  const gone = await scope.db
    .delete(savedFilters)
    .where(and(eq(savedFilters.practiceId, scope.practiceId), eq(savedFilters.id, id)))
    .returning({ id: savedFilters.id });
  return gone.length > 0;
}
