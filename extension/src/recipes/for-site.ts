/** Which recipes may read pages of a site: the extension's own, as the practice changed them. */
import type { PracticeRecipe } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { isHost } from '../ehr/recipe-of.ts';

/** One that the practice keeps switched off is as though it were not there. Those of the practice outrank those for named hosts, which outrank those for any host. */
export function recipesForSite(
  hostname: string,
  builtIn: readonly Recipe[],
  practice: readonly PracticeRecipe[],
): Recipe[] {
  const ofPractice = practice.flatMap(({ change }) =>
    'recipe' in change && !change.off ? change.recipe : [],
  );
  const own = ofPractice.filter((recipe) => isNewest(recipe, builtIn));
  const gone = new Set([
    ...practice.filter(({ change }) => !('recipe' in change)).map(({ id }) => id),
    ...own.map(({ id }) => id),
  ]);
  const others = builtIn.filter(({ id }) => !gone.has(id));
  const named = (recipe: Recipe): boolean => recipe.hosts.some((host) => isHost(hostname, host));
  const anywhere = (recipe: Recipe): boolean => recipe.hosts.length === 0;
  return [own.filter(named), own.filter(anywhere), others.filter(named), others.filter(anywhere)].flat();
}

/** An update of the extension may bring a newer one of the same id than the practice stored. */
export const isNewest = ({ id, revision }: Recipe, builtIn: readonly Recipe[]): boolean =>
  builtIn.every((other) => other.id !== id || other.revision <= revision);
