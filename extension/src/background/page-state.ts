/** Reads what a page's framework holds, by a function that runs in the page's own world and leaves nothing there. */
import type { Recipe } from '@claimside/shared/recipe';
import { browser } from 'wxt/browser';
import { reactProps } from './react-props.ts';

/** A page can make its answer a promise that is never kept; waited for so long, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** As untrusted as the page's text; null where the recipe asks for nothing, or the page did not answer. */
export function readPageState(tabId: number | undefined, recipe: Recipe | undefined): Promise<unknown> {
  const nothing = new Promise<null>((done) => setTimeout(() => done(null), LONGEST_WAIT));
  return Promise.race([askPage(tabId, recipe), nothing]);
}

async function askPage(tabId: number | undefined, recipe: Recipe | undefined): Promise<unknown> {
  if (tabId === undefined || !recipe?.pageState) return null;
  const { css, props } = recipe.pageState;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      world: 'MAIN',
      func: reactProps,
      args: [css, [...props]],
    });
    return answer?.result ?? null;
  } catch {
    return null;
  }
}
