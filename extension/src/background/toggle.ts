/** A click on the toolbar button, or Alt+B: the sidebar in the page where we may be, else Chrome's side panel. */
import { type Browser, browser } from 'wxt/browser';
import type { PageRequest } from '../messages.ts';

const TOGGLE: PageRequest<'page/sidebar'> = { type: 'page/sidebar', action: 'toggle' };

/** Toggles the sidebar of the tab; a page without our script gets the side panel, which says how to add the site. */
export async function toggleSidebar(tab: Browser.tabs.Tab): Promise<void> {
  if (tab.id === undefined) return;
  try {
    await browser.tabs.sendMessage(tab.id, TOGGLE, { frameId: 0 });
  } catch {
    await browser.sidePanel.open({ tabId: tab.id });
  }
}
