/** The practice's own recipes, and those of the extension that it switched off. */
import type { PracticeRecipe, RecipeChange } from '@claimside/shared/api';
import type { UtcInstant } from '@claimside/shared/values';
import { and, asc, eq } from 'drizzle-orm';
import { fromJson, toJson } from './json.ts';
import { recipes } from './schema.ts';
import type { Scope } from './store.ts';

/** In the order of their ids. */
export async function listRecipes(scope: Scope): Promise<PracticeRecipe[]> {
  const rows = await scope.db
    .select({ id: recipes.id, change: recipes.change, changedAt: recipes.changedAt })
    .from(recipes)
    .where(eq(recipes.practiceId, scope.practiceId))
    .orderBy(asc(recipes.id));
  return rows.map(({ id, change, changedAt }) => ({ id, change: fromJson<RecipeChange>(change), changedAt }));
}

/** In the place of what stood under this id. */
export async function saveRecipe(
  scope: Scope,
  { id, change, at }: { readonly id: string; readonly change: RecipeChange; readonly at: UtcInstant },
): Promise<void> {
  const row = { change: toJson(change), changedAt: at };
  await scope.db
    .insert(recipes)
    .values({ practiceId: scope.practiceId, id, ...row })
    .onConflictDoUpdate({ target: [recipes.practiceId, recipes.id], set: row });
}

/** False when the practice has none of this id. */
export async function deleteRecipe(scope: Scope, id: string): Promise<boolean> {
  const gone = await scope.db
    .delete(recipes)
    .where(and(eq(recipes.practiceId, scope.practiceId), eq(recipes.id, id)))
    .returning({ id: recipes.id });
  return gone.length > 0;
}
