/** Reads the page again and again with one memory; asks for the page's own state first where the recipe needs it. */
import type { Capture } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import { createPlaces, type Memory, type Places, parseState, readVisit, recipeOf } from '../ehr/index.ts';

export interface Reader {
  readonly places: Places;
  /** Never throws because of what a page holds. */
  read(): Promise<Capture>;
}

/** `askState` gives what the page's framework holds, by the id of the recipe that asks for it. */
export function createReader(
  top: Document,
  recipes: readonly Recipe[],
  memory: Memory,
  askState: (recipe: string) => Promise<unknown>,
): Reader {
  const places = createPlaces();
  return {
    places,
    async read() {
      const recipe = recipeOf(top, recipes);
      const answer = recipe?.pageState ? await askState(recipe.id).catch(() => null) : undefined;
      return readVisit(top, { memory, places, recipes, state: parseState(answer) });
    },
  };
}
