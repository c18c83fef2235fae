/** Reads what a page's framework holds, by a function that runs in the page's own world and leaves nothing there. */
import type { Recipe } from '@claimside/shared/recipe';
import { browser } from 'wxt/browser';
import { reactProps } from './react-props.ts';

/** As untrusted as the page's text; null where the recipe asks for nothing, or the page could not be entered. */
export async function readPageState(tabId: number | undefined, recipe: Recipe | undefined): Promise<unknown> {
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
