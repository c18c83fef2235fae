/** Reads the page again and again with one memory; asks for the page's own state first where the recipe needs it. */
import type { Capture } from '@claimside/shared/capture';
import {
  createPlaces,
  type Memory,
  type Places,
  parseState,
  parseVocabulary,
  readVisit,
  recipeOf,
} from '../ehr/index.ts';
import type { Knowledge } from '../messages.ts';

export interface Reader {
  readonly places: Places;
  /** Never throws because of what a page holds. */
  read(): Promise<Capture>;
  /** From now on reads by this. */
  learn(knowledge: Knowledge): void;
}

/** `askState` gives what the page's framework holds, by the id of the recipe that asks for it. */
export function createReader(
  top: Document,
  knowledge: Knowledge,
  memory: Memory,
  askState: (recipe: string) => Promise<unknown>,
): Reader {
  const places = createPlaces();
  let { recipes } = knowledge;
  const words = parseVocabulary(knowledge.words);
  return {
    places,
    learn(next) {
      recipes = next.recipes;
    },
    async read() {
      const recipe = recipeOf(top, recipes);
      const answer = recipe?.pageState ? await askState(recipe.id).catch(() => null) : undefined;
      return readVisit(top, { memory, places, recipes, words, state: parseState(answer) });
    },
  };
}
