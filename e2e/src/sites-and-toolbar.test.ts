/** Where the script runs and how it is called: sites that are added, removed or not allowed any more, the toolbar button, a worker that stopped. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Page, Target } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  openOptions,
  pageScriptReady,
  pressInOptions,
  sidebarText,
  stopWorker,
  workerTarget,
} from './browser/index.ts';
import { ask, newsSince } from './ehr/extension.ts';
import { type LookAlike, startLookAlike } from './ehr/look-alike.ts';

let look: LookAlike;
let page: Page;

beforeAll(async () => {
  look = await startLookAlike();
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
});
afterAll(() => look?.close());

test('a page that keeps removing our element is left alone, and the toolbar button opens the side panel', async () => {
  page = await open(look.ehr.url);
  const width = () => page.$eval('body', (body) => body.getBoundingClientRect().width);
  const before = await width();
  await ask(look.asker, page.url(), { type: 'page/sidebar', action: 'open' });
  await newsSince(look.asker, 'page/gave-up', async () => {
    await page.evaluate(() => {
      new MutationObserver(() => {
        for (const child of document.documentElement.children)
          if (child.localName.includes('-')) child.remove();
      }).observe(document.documentElement, { childList: true });
      [...document.documentElement.children].find((child) => child.localName.includes('-'))?.remove();
    });
  });
  expect(await page.$$eval('html > *', (all) => all.map((one) => one.localName))).toEqual(['head', 'body']);
  const badge = () =>
    look.asker.evaluate(async (url) => {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
      return chrome.action.getBadgeText(tab?.id === undefined ? {} : { tabId: tab.id });
    }, page.url());
  await expect.poll(badge).toBe('!');
  expect(await ask(look.asker, page.url(), { type: 'page/sidebar', action: 'toggle' })).toEqual({
    open: false,
    gaveUp: true,
  });
  expect(await width()).toBe(before);
  await stopWorker(look.browser);
  await page.triggerExtensionAction(await extension());
  await closeSidePanel();
});

test('a page of a site that is removed is read no more, and is as before', async () => {
  const other = look.ehr.origin('removed');
  const again = `${other}/plain/visit`;
  await addEhrSites(look.browser, [other]);
  page = await open(again);
  const markup = await page.$eval('html', (html) => html.getAttribute('style'));
  await ask(look.asker, again, { type: 'page/sidebar', action: 'open' });
  await removeEhrSite(other);
  expect(await page.$$eval('html > *', (all) => all.map((one) => one.localName))).toEqual(['head', 'body']);
  expect(await page.$eval('html', (html) => html.getAttribute('style'))).toBe(markup);
  await addEhrSites(look.browser, [other]);
  await pageScriptReady(page);
  await removeEhrSite(other);
});

test('a background worker that is slow to answer a new permission does not take the new site back', async () => {
  const worker = await (await workerTarget(look.browser)).worker();
  await worker?.evaluate(() => {
    const { scripting } = chrome;
    const update = scripting.updateContentScripts.bind(scripting);
    scripting.updateContentScripts = async (scripts) => {
      await new Promise((slowly) => setTimeout(slowly, 300));
      await update(scripts);
      await chrome.storage.session.set({ workerUpdated: scripts[0]?.matches });
    };
  });
  await addEhrSites(look.browser, [look.ehr.origin('third')]);
  const inWorker = () =>
    look.asker.evaluate(async () => (await chrome.storage.session.get('workerUpdated')).workerUpdated);
  await expect.poll(inWorker).toBeDefined();
  const registered = await look.asker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
  expect(registered.map(({ matches }) => matches)).toEqual([
    ['openemr', 'plain', 'third'].map((name) => `${look.ehr.origin(name)}/*`),
  ]);
  await stopWorker(look.browser);
});

test('a site is read in frames of another site`s page from when it is added until it is removed', async () => {
  const framed = look.ehr.origin('framed');
  page = await open(`${look.ehr.origin('plain')}/portal?frame=${framed}/plain/visit`);
  const frame = await page.waitForFrame((inner) => inner.url().startsWith(framed));
  const ours = () => frame.$$eval('html > :not(head, body)', (all) => all.length);
  expect(await ours()).toBe(0);
  await addEhrSites(look.browser, [framed]);
  await expect.poll(ours).toBe(1);
  await removeEhrSite(framed);
  await expect.poll(ours).toBe(0);
});

describe('the toolbar button', () => {
  test('toggles the sidebar in a page that we may be in, after the worker was stopped too', async () => {
    page = await open(look.ehr.url);
    await stopWorker(look.browser);
    await page.triggerExtensionAction(await extension());
    await page.waitForFrame((inner) => inner.url().endsWith('/sidebar.html'));
  });

  test('opens the side panel where our script is not', async () => {
    page = await look.browser.newPage();
    await page.goto(`${look.ehr.origin('elsewhere')}/plain/visit`);
    expect(look.browser.targets().filter(isSidePanel)).toEqual([]);
    await page.triggerExtensionAction(await extension());
    await closeSidePanel();
  });

  test('opens the side panel on a site whose permission was withdrawn, and the page is not read', async () => {
    const withdrawn = look.ehr.origin('withdrawn');
    await addEhrSites(look.browser, [withdrawn]);
    page = await open(`${withdrawn}/plain/visit`);
    await look.asker.evaluate((origin) => chrome.permissions.remove({ origins: [`${origin}/*`] }), withdrawn);
    await page.reload();
    await page.triggerExtensionAction(await extension());
    await closeSidePanel();
    expect(await page.$$eval('html > *', (all) => all.map((one) => one.localName))).toEqual(['head', 'body']);
  });
});

const isSidePanel = (target: Target) =>
  target.type() === 'page' && target.url() === `chrome-extension://${EXTENSION_ID}/sidebar.html`;

/** Waits for the side panel, and until it is gone: one that still closes would be taken for the next. */
async function closeSidePanel(): Promise<void> {
  await (await (await look.browser.waitForTarget(isSidePanel)).asPage()).close();
  await expect.poll(() => look.browser.targets().filter(isSidePanel)).toEqual([]);
}

async function open(url: string): Promise<Page> {
  const opened = await look.browser.newPage();
  await opened.goto(url);
  await pageScriptReady(opened);
  return opened;
}

/** Takes a site off the list in the options page and waits until that says so. */
async function removeEhrSite(origin: string): Promise<void> {
  const options = await openOptions(look.browser);
  await pressInOptions(options, `Remove ${origin}`);
  await sidebarText(options, 'was removed');
  await options.close();
}

async function extension() {
  const found = (await look.browser.extensions()).get(EXTENSION_ID);
  if (!found) throw new Error('the extension is not loaded');
  return found;
}
