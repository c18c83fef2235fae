/** The recipes of this browser. */
import type { Recipe } from '@claimside/shared/recipe';
import { BUILT_IN } from '../ehr/built-in.ts';
import { isHost } from '../ehr/recipe-of.ts';
import { VOCABULARY, vocabularyText } from '../ehr/vocabulary.ts';
import type { Knowledge } from '../messages.ts';
import { recipesForSite } from './for-site.ts';
import { practiceRecipes } from './stored.ts';

/** Those that may read pages of this origin, best first. */
export async function recipesFor(origin: string): Promise<readonly Recipe[]> {
  return recipesForSite(new URL(origin).hostname, BUILT_IN, await practiceRecipes());
}

/** All that a page of this origin is handed. */
export const knowledgeOf = async (origin: string): Promise<Knowledge> => ({
  recipes: await recipesFor(origin),
  words: vocabularyText(VOCABULARY),
});

/** Those of the extension that may read pages of these hosts, as sites name them: `*.` in front for any below. */
export const builtInFor = (hostnames: readonly string[]): readonly Recipe[] =>
  BUILT_IN.filter(
    ({ hosts }) =>
      hosts.length === 0 || hosts.some((host) => hostnames.some((hostname) => isHost(hostname, host))),
  );

export { putToUse } from './stored.ts';
