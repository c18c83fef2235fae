/** What runs in a page of the scorecard: the readers of the extension, and what changes pages into their variants. */

import { createMemory, createPlaces, parseState, readVisit, recipeOf } from '@claimside/extension/ehr';
import { reactProps } from '@claimside/extension/react-props';
import type { Capture } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import type { Truth } from './truth.ts';
import { VARIANTS } from './variants.ts';

export interface InPage {
  /** The page's text as the variant has it; null where it has nothing to change. */
  change(variant: string, text: string, truth: Truth): string | null;
  /** The visit of the page that is open, by these recipes. */
  read(recipes: readonly Recipe[]): Capture;
}

const inPage: InPage = {
  change(variant, text, truth) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const known = VARIANTS.find(({ name }) => name === variant);
    return known?.change(page, truth) ? `<!doctype html>\n${page.documentElement.outerHTML}` : null;
  },
  read(recipes) {
    const asked = recipeOf(document, recipes)?.pageState;
    const state = asked && parseState(reactProps(asked.css, [...asked.props]));
    const memory = createMemory(() => crypto.randomUUID(), []);
    return readVisit(document, { memory, places: createPlaces(), recipes, state });
  },
};

(globalThis as { scorecard?: InPage }).scorecard = inPage;
