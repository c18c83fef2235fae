/** The recipes of this browser. */
import type { PracticeRecipe } from '@claimside/shared/api';
import type { Recipe } from '@claimside/shared/recipe';
import { BUILT_IN } from '../ehr/built-in.ts';
import { withCellsNamed } from '../ehr/by-cells.ts';
import { isHost } from '../ehr/recipe-of.ts';
import { VOCABULARY, vocabularyText } from '../ehr/vocabulary.ts';
import type { Knowledge } from '../messages.ts';
import { recipesForSite } from './for-site.ts';
import { type Standings, standingsOf } from './standing.ts';
import { practiceRecipes } from './stored.ts';

export { practiceRecipes };

/** Those that may read pages of this origin, best first. */
export async function recipesFor(origin: string): Promise<readonly Recipe[]> {
  return recipesForSite(new URL(origin).hostname, BUILT_IN, await practiceRecipes());
}

/** All that a page of this origin is handed. */
export const knowledgeOf = async (origin: string): Promise<Knowledge> => ({
  recipes: (await recipesFor(origin)).map(withCellsNamed),
  words: vocabularyText(VOCABULARY),
});

/** How all recipes stand for a browser whose sites have these hosts: `*.` in front for any below. */
export const standingsFor = (
  hostnames: readonly string[],
  practice: readonly PracticeRecipe[],
): Standings => {
  const mayRead = BUILT_IN.filter(
    ({ hosts }) =>
      hosts.length === 0 || hosts.some((host) => hostnames.some((hostname) => isHost(hostname, host))),
  );
  return standingsOf(BUILT_IN, mayRead, practice);
};

/** What the practice keeps under this id, also while it is off. */
export async function keptRecipe(id: string): Promise<{ recipe: Recipe; isOff: boolean } | undefined> {
  const change = (await practiceRecipes()).find((each) => each.id === id)?.change;
  return change && 'recipe' in change ? { recipe: change.recipe, isOff: change.off === true } : undefined;
}

export type { BuiltInStanding, Standings, TaughtStanding } from './standing.ts';
export { putToUse } from './stored.ts';
