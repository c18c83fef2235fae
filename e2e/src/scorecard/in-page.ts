/** What runs in a page of the scorecard: the readers of the extension, and what changes pages into their variants. */

import {
  countingState,
  createMemory,
  createPlaces,
  randomId,
  readVisit,
  recipeOf,
} from '@claimside/extension/ehr';
import { reactProps } from '@claimside/extension/react-props';
import { VOCABULARY } from '@claimside/extension/vocabulary';
import type { Capture, CaptureField } from '@claimside/shared/capture';
import type { Recipe } from '@claimside/shared/recipe';
import type { Truth } from './truth.ts';
import { VARIANTS } from './variants.ts';

export interface InPage {
  /** The page's text as the variant has it, and the fields that it took away; null where it has nothing to change. */
  change(
    variant: string,
    text: string,
    truth: Truth,
  ): { readonly text: string; readonly gone: readonly CaptureField[] } | null;
  /** The visit of the page that is open, by these recipes. */
  read(recipes: readonly Recipe[]): Capture;
  /** Scrolls through a list as a person does, and reads at each stop. */
  scroll(css: string, recipes: readonly Recipe[]): Promise<void>;
}

const memory = createMemory(randomId, []);
const places = createPlaces();
/** Scroll events come with a frame; what they draw is there in the next. */
const drawn = (): Promise<void> =>
  new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())));

const inPage: InPage = {
  change(variant, text, truth) {
    const page = new DOMParser().parseFromString(text, 'text/html');
    const known = VARIANTS.find(({ name }) => name === variant);
    const changed = known?.change(page, truth) ?? false;
    const gone = typeof changed === 'boolean' ? [] : changed;
    if (changed === false || (changed !== true && gone.length === 0)) return null;
    return { text: `<!doctype html>\n${page.documentElement.outerHTML}`, gone };
  },
  read(recipes) {
    const asked = recipeOf(document, recipes)?.pageState;
    const { pathname, search, hash } = location;
    const state =
      asked && countingState(reactProps(asked.css, [...asked.props]), asked, pathname + search + hash);
    return readVisit(document, { memory, places, recipes, words: VOCABULARY, state });
  },
  async scroll(css, recipes) {
    const list = document.querySelector(css);
    if (!list) return;
    const step = (size: number, inSight: number) =>
      Array.from({ length: Math.ceil(size / inSight) }, (_, index) => index * inSight);
    for (const top of step(list.scrollHeight, list.clientHeight))
      for (const left of step(list.scrollWidth, list.clientWidth)) {
        list.scrollTo(left, top);
        await drawn();
        inPage.read(recipes);
      }
    list.scrollTo(0, 0);
    await drawn();
  },
};

(globalThis as { scorecard?: InPage }).scorecard = inPage;
