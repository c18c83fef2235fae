/** Reads what a page's framework holds, by a function that runs in the page's own world and leaves nothing there. */
import type { Recipe } from '@claimside/shared/recipe';
import { type Browser, browser } from 'wxt/browser';
import { countingState } from '../ehr/counting-state.ts';
import type { StateTree } from '../ehr/page-state.ts';
import { reactProps } from './react-props.ts';

/** In characters of JSON: a page that changed what its world is made of may answer with more than was asked for. */
const LARGEST = 2_000_000;
/** A page can make its answer a promise that is never kept; waited for so long, in milliseconds. */
const LONGEST_WAIT = 2_000;

/** As untrusted as the page's text; null where the recipe asks for nothing, or the page did not answer. */
export async function readPageState(
  { tab, frameId = 0 }: Browser.runtime.MessageSender,
  recipe: Recipe | undefined,
  address: string,
): Promise<StateTree | null> {
  const nothing = new Promise<null>((done) => setTimeout(() => done(null), LONGEST_WAIT));
  const answer = await Promise.race([askPage(tab?.id, frameId, recipe), nothing]);
  return (recipe?.pageState && countingState(answer, recipe.pageState, address)) ?? null;
}

async function askPage(
  tabId: number | undefined,
  frameId: number,
  recipe: Recipe | undefined,
): Promise<unknown> {
  if (tabId === undefined || !recipe?.pageState) return null;
  const { css, props } = recipe.pageState;
  try {
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      world: 'MAIN',
      func: reactProps,
      args: [css, [...props]],
    });
    return (JSON.stringify(answer?.result)?.length ?? 0) > LARGEST ? null : (answer?.result ?? null);
  } catch {
    return null;
  }
}
