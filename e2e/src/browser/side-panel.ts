/** Chrome's side panel beside a page, as the toolbar button opens it where our sidebar cannot stand in the page. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Browser, Page } from 'puppeteer';
import { openOptions } from './options-page.ts';

/** It outlives the page. */
export async function openSidePanel(browser: Browser, page: Page): Promise<Page> {
  const options = await openOptions(browser);
  await options.evaluate(() => chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true }));
  await options.close();
  await page.bringToFront();
  const claimside = (await browser.extensions()).get(EXTENSION_ID);
  if (!claimside) throw new Error('no extension');
  const url = `chrome-extension://${EXTENSION_ID}/sidebar.html`;
  const opened = browser.waitForTarget((target) => target.type() === 'page' && target.url() === url);
  await page.triggerExtensionAction(claimside);
  return (await opened).asPage();
}
