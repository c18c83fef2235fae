/** Whether the practice switched off what would read the page of a tab. The page itself is never told of such recipes. */
import { browser } from 'wxt/browser';
import { isHost } from '../ehr/recipe-of.ts';
import { practiceRecipes, standingsFor } from './index.ts';

/** The name of the recipe; undefined where none is off, or the page is none of its EHR. */
export async function switchedOffFor(tabId: number): Promise<string | undefined> {
  try {
    const { hostname } = new URL((await browser.tabs.get(tabId)).url ?? '');
    const { taught, builtIn } = standingsFor([hostname], await practiceRecipes());
    const off = [...taught.filter(({ isOff }) => isOff), ...builtIn.filter(({ is }) => is.kind === 'off')]
      .map(({ recipe }) => recipe)
      .filter(({ hosts }) => hosts.length === 0 || hosts.some((host) => isHost(hostname, host)));
    if (off.length === 0) return undefined;
    const [answer] = await browser.scripting.executeScript({
      target: { tabId, frameIds: [0] },
      func: firstBySigns,
      args: [off.map(({ signs }) => ({ address: signs.address ?? '', selectors: [...signs.selectors] }))],
    });
    return off[answer?.result ?? -1]?.name;
  } catch {
    return undefined; // the tab is gone, or no page of a site
  }
}

/** Runs in the page, alone: the place in the list of the first whose signs are there. */
function firstBySigns(signs: { address: string; selectors: string[] }[]): number {
  const { pathname, search, hash } = location;
  return signs.findIndex(({ address, selectors }) => {
    try {
      return (
        new RegExp(address, 'i').test(pathname + search + hash) &&
        selectors.every((selector) => document.querySelector(selector) !== null)
      );
    } catch {
      return false; // a selector of a recipe from outside that is none
    }
  });
}
