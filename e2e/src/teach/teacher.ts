/** Stands where the sidebar stands while a page is taught: puts the teaching script in, asks it, points as a person does. */
import type { TeachRequest } from '@claimside/extension/messages';
import type { Capture } from '@claimside/shared/capture';
import type { Pointed, PointedAt, Recipe } from '@claimside/shared/recipe';
import type { Page } from 'puppeteer';
import { IN_ANY_TAB } from '../browser/index.ts';

export interface Teacher {
  /** What a click on this element gives; the page is in front. */
  pointAt(at: PointedAt, selector: string): Promise<Pointed | null>;
  /** Starts to point, waits until it can, and gives what comes of what `act` does. */
  pointing(at: PointedAt, act: () => Promise<void>): Promise<Pointed | null>;
  tryOut(recipe: Recipe): Promise<Capture>;
  /** As when the sidebar is closed. */
  leave(): Promise<void>;
}

/** `extensionPage` is a page of the extension, such as its options. */
export async function startTeaching(extensionPage: Page, page: Page): Promise<Teacher> {
  await extensionPage.evaluate(async (url) => {
    const world = window as unknown as { tabId: number; port: chrome.runtime.Port };
    const tab = (await chrome.tabs.query({})).find((each) => each.url === url);
    if (tab?.id === undefined) throw new Error('no such tab');
    world.tabId = tab.id;
    await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/teach.js'] });
    world.port = chrome.tabs.connect(tab.id, { name: 'teach', frameId: 0 });
  }, page.url());
  const ask = (request: TeachRequest): Promise<unknown> =>
    extensionPage.evaluate((message) => {
      const { tabId } = window as unknown as { tabId: number };
      return chrome.tabs.sendMessage(tabId, message, { frameId: 0 });
    }, request);

  const pointing: Teacher['pointing'] = async (at, act) => {
    await page.bringToFront();
    const answer = ask({ type: 'teach/point', at, words: 'what is meant' });
    await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
    await act();
    return (await answer) as Pointed | null;
  };
  return {
    pointing,
    pointAt: (at, selector) =>
      pointing(at, async () => {
        const element = await page.waitForSelector(selector);
        await element?.scrollIntoView();
        const box = await element?.boundingBox();
        if (!box) throw new Error(`${selector} is not in sight`);
        await page.mouse.click(box.x + Math.min(8, box.width / 2), box.y + box.height / 2);
      }),
    tryOut: async (recipe) => (await ask({ type: 'teach/try', recipe })) as Capture,
    leave: () =>
      extensionPage.evaluate(() => (window as unknown as { port: chrome.runtime.Port }).port.disconnect()),
  };
}

/** The pane is the last child of `html`, and what a press in the middle of the page would hit. */
export const isPaneOverPage = (): boolean => {
  const last = document.documentElement.lastElementChild;
  return last?.localName === 'div' && document.elementFromPoint(20, innerHeight / 2) === last;
};
