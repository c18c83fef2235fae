/**
 * Tabs whose page would not leave our element alone. The toolbar button's badge is both the sign and the memory: it is
 * the tab's own, outlives the worker, and Chrome clears it when the tab goes to another page.
 */
import { browser } from 'wxt/browser';

const BADGE = '!';

/** Says on the toolbar that the side panel is the way on this page, which a click then opens. */
export async function markGivenUp(tabId: number | undefined): Promise<void> {
  if (tabId === undefined) return;
  await browser.action.setBadgeText({ tabId, text: BADGE });
  await browser.action.setTitle({
    tabId,
    title: "This page keeps removing Claimside. Click to use Chrome's side panel instead.",
  });
}

/** In callback form, as a person's click is forgotten at an `await`. */
export function askIfGivenUp(tabId: number, answer: (isGivenUp: boolean) => void): void {
  browser.action.getBadgeText({ tabId }, (text) => answer(text === BADGE));
}
