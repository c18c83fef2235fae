/**
 * A click on the toolbar button, or Alt+B: the sidebar in the page on an added site, Chrome's side panel elsewhere and
 * where the page would not leave us alone.
 */
import { type Browser, browser } from 'wxt/browser';
import type { PageRequest } from '../messages.ts';
import { isOnSite, PAGE_SCRIPT, SITES_KEY } from '../sites.ts';
import { askIfGivenUp } from './given-up.ts';

const TOGGLE: PageRequest<'page/sidebar'> = { type: 'page/sidebar', action: 'toggle' };

/**
 * The side panel may open only from a person's click, and that is forgotten at the first `await`: the callback form
 * of a call made straight from the click keeps it, so all questions are asked at once.
 */
export function toggleSidebar(tab: Browser.tabs.Tab): void {
  const { id, url = '' } = tab;
  if (id === undefined) return;
  let isAdded: boolean | undefined;
  let isAllowed: boolean | undefined;
  let isGivenUp: boolean | undefined;
  const act = () => {
    if (isAdded === undefined || isAllowed === undefined || isGivenUp === undefined) return;
    if (isAdded && isAllowed && !isGivenUp) void toggleInPage(id);
    else void browser.sidePanel.open({ tabId: id });
  };
  browser.storage.local.get(SITES_KEY, (stored) => {
    isAdded = isOnSite(url, stored[SITES_KEY]);
    act();
  });
  // The click itself lets us into any page; a site whose permission was withdrawn is not read for that.
  if (/^https?:/.test(url)) {
    browser.permissions.contains({ origins: [`${new URL(url).origin}/*`] }, (answer) => {
      isAllowed = answer;
      act();
    });
  } else isAllowed = false;
  askIfGivenUp(id, (answer) => {
    isGivenUp = answer;
    act();
  });
}

/** A page that was open before its site was added, or whose script was cut off by an update, gets the script first. */
async function toggleInPage(tabId: number): Promise<void> {
  try {
    await browser.tabs.sendMessage(tabId, TOGGLE, { frameId: 0 });
  } catch {
    await browser.scripting.executeScript({ target: { tabId, allFrames: true }, files: [PAGE_SCRIPT] });
    await browser.tabs.sendMessage(tabId, TOGGLE, { frameId: 0 });
  }
}
