/** The recipes of this browser. */
import type { Recipe } from '@claimside/shared/recipe';
import { BUILT_IN } from '../ehr/built-in.ts';
import { recipesForSite } from './for-site.ts';
import { practiceRecipes } from './stored.ts';

/** Those that may read pages of this origin, best first. */
export async function recipesFor(origin: string): Promise<readonly Recipe[]> {
  return recipesForSite(new URL(origin).hostname, BUILT_IN, await practiceRecipes());
}

export { storeRecipes } from './stored.ts';
