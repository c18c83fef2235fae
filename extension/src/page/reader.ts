/** Reads the page again and again with one memory; asks for the page's own state first where the recipe needs it. */
import type { Capture } from '@claimside/shared/capture';
import {
  createPlaces,
  isBare,
  type Memory,
  type Places,
  parseVocabulary,
  readVisit,
  recipeOf,
  type StateTree,
} from '../ehr/index.ts';
import type { Knowledge } from '../messages.ts';

export interface Reader {
  readonly places: Places;
  /** Whether only elements or words that come can let a reading find anything; see `ehr/bare.ts`. */
  isBare(): boolean;
  /** Never throws because of what a page holds. */
  read(): Promise<Capture>;
  /** From now on reads by this. */
  learn(knowledge: Knowledge): void;
}

/** `askState` gives what of the page's state counts at an address, by the id of the recipe that asks for it. */
export function createReader(
  top: Document,
  knowledge: Knowledge,
  memory: Memory,
  askState: (recipe: string, address: string) => Promise<unknown>,
): Reader {
  const places = createPlaces();
  let { recipes } = knowledge;
  const words = parseVocabulary(knowledge.words);
  return {
    places,
    isBare: () => isBare(top, recipes, words),
    learn(next) {
      recipes = next.recipes;
    },
    async read() {
      const recipe = recipeOf(top, recipes);
      const { href } = top.location;
      const answer = recipe?.pageState ? await askState(recipe.id, href).catch(() => null) : null;
      // What counted at an address that the page has left meanwhile counts no more.
      const state = top.location.href === href ? (answer as StateTree | null) : null;
      return readVisit(top, { memory, places, recipes, words, state: state ?? undefined });
    },
  };
}
