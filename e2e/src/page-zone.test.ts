/** The sidebar's place in a page, in a real Chromium: closed to the page, hard to remove, easy to leave. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Browser, ElementHandle, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  addEhrSites,
  edgeTab,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  openRoot,
  pageScriptReady,
  sidebarText,
  stopWorker,
} from './browser/index.ts';
import { ask } from './ehr/extension.ts';
import { type EhrServer, startEhr } from './ehr/index.ts';

let ehr: EhrServer;
let launched: LaunchedBrowser;
let browser: Browser;
let asker: Page;
let page: Page;

beforeAll(async () => {
  ehr = await startEhr({ csp: "default-src 'none'" });
  launched = await launchBrowser();
  browser = launched.browser;
  await addEhrSites(
    browser,
    ['openemr', 'plain'].map((name) => ehr.origin(name)),
  );
  asker = await openOptions(browser);
});
afterEach(async () => {
  if (!page.isClosed()) await page.close();
});
afterAll(async () => {
  await launched?.close();
  await ehr?.close();
});

describe.each(['openemr', 'plain'])('in the %s page', (name) => {
  const url = () => (name === 'openemr' ? ehr.url : `${ehr.origin('plain')}/plain/visit`);

  test('the edge tab opens and closes the frame, which shows our own page', async () => {
    page = await open(url());
    const root = await openRoot(page);
    const tab = await edgeTab(page);
    const label = () => tab.evaluate((button) => button.getAttribute('aria-label'));
    // Lines to bill, in a browser that was never paired.
    await expect.poll(label).toBe('Bill this visit (needs a look)');
    await tab.click();
    const frame = await page.waitForFrame((inner) => inner.url().endsWith('/sidebar.html'));
    await sidebarText(frame, 'Pair this browser with your practice');
    expect(await label()).toBe('Close Claimside (needs a look)');
    expect(await ask(asker, page.url(), { type: 'page/sidebar', action: 'close' })).toEqual({ open: false });
    expect(await root.$eval('.panel', (panel) => panel.checkVisibility())).toBe(false);
  });

  test('the page sees one empty element with a closed root, and no frame', async () => {
    page = await open(url());
    await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' });
    const seen = await page.evaluate(() => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      return {
        root: host?.shadowRoot ?? null,
        inside: host?.innerHTML,
        runtime: typeof (globalThis as { chrome?: { runtime?: unknown } }).chrome?.runtime,
        frames: [...document.querySelectorAll('iframe')].filter((frame) => frame.src.includes('sidebar'))
          .length,
      };
    });
    expect(seen).toEqual({ root: null, inside: '', runtime: 'undefined', frames: 0 });
  });

  test('an element that the page removes or hides comes back', async () => {
    page = await open(url());
    await page.evaluate(() => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      host?.remove();
    });
    await pageScriptReady(page);
    const restyled = await page.evaluate(async () => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      host?.setAttribute('style', 'opacity: 0');
      host?.setAttribute('hidden', '');
      await new Promise((done) => requestAnimationFrame(done));
      return { style: host?.getAttribute('style'), hidden: host?.hasAttribute('hidden') };
    });
    expect(restyled.hidden).toBe(false);
    expect(restyled.style).toContain('opacity: 1 !important');
    expect(await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' })).toEqual({ open: true });
  });
});

test('the frame pushes a page that gives way, and the page is as before when it closes', async () => {
  page = await open(ehr.url);
  const width = () => page.$eval('body', (body) => body.getBoundingClientRect().width);
  const before = await width();
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' });
  expect(await width()).toBe(before - 420);
  await ask(asker, page.url(), { type: 'page/resize', width: 10_000 });
  expect(await width()).toBe(before - 640);
  await ask(asker, page.url(), { type: 'page/resize', width: 420 });
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'close' });
  expect(await width()).toBe(before);
  expect(await page.$eval('html', (html) => html.getAttribute('style'))).toBeNull();
});

test('a margin that the page gave itself is there again after the sidebar', async () => {
  page = await open(ehr.url);
  const own = 'margin-right: 12px';
  await page.$eval('html', (html, style) => html.setAttribute('style', style), own);
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' });
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'close' });
  expect(await page.$eval('html', (html) => html.style.cssText)).toBe(`${own};`);
});

test('closing gives the focus back to the field of the chart where it was', async () => {
  page = await open(ehr.url);
  const sheet = await page.waitForFrame((frame) => frame.url().includes('fee_sheet'));
  await (await sheet.waitForSelector('input[name=search_term]'))?.click();
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' });
  await page.waitForFrame((inner) => inner.url().endsWith('/sidebar.html'));
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'close' });
  await page.keyboard.type('knee');
  expect(await sheet.$eval('input[name=search_term]', (input) => (input as HTMLInputElement).value)).toBe(
    'knee',
  );
});

test('a press of the tab, though it takes the focus, leads back to a field of a frame that had come a moment before', async () => {
  page = await open(ehr.url);
  await page.evaluate(() => {
    const frame = document.body.appendChild(document.createElement('iframe'));
    frame.contentDocument?.body.append(document.createElement('input'));
    frame.contentDocument?.querySelector('input')?.focus();
  });
  await (await edgeTab(page)).click();
  await page.waitForFrame((inner) => inner.url().endsWith('/sidebar.html'));
  await ask(asker, page.url(), { type: 'page/sidebar', action: 'close' });
  await page.keyboard.type('knee');
  expect(
    await page.evaluate(
      () => [...document.querySelectorAll('iframe')].at(-1)?.contentDocument?.querySelector('input')?.value,
    ),
  ).toBe('knee');
});

test('keys on the edge tab move it, stay ours, and its place is kept for the site though the worker was stopped', async () => {
  page = await open(ehr.url);
  await page.evaluate(() => {
    document.addEventListener('keydown', () => document.documentElement.setAttribute('data-heard', 'yes'));
  });
  await stopWorker(browser);
  const placeKey = `place:${ehr.origin('openemr')}`;
  const tab = await edgeTab(page);
  await tab.focus();
  await page.keyboard.press('ArrowUp');
  expect(await tab.evaluate((button) => button.style.top)).toBe('46%');
  expect(await page.$eval('html', (html) => html.hasAttribute('data-heard'))).toBe(false);
  const kept = () =>
    asker.evaluate(async (key) => (await chrome.storage.local.get(key))[key], placeKey) as Promise<unknown>;
  await expect.poll(kept).toMatchObject({ edge: expect.closeTo(0.46) });
  await page.close();
  page = await open(ehr.url);
  expect(await (await edgeTab(page)).evaluate((button) => button.style.top)).toBe('46%');
});

test('a highlight stands around the field, two frames deep, and leaves the page as it was', async () => {
  page = await open(ehr.url);
  const sheet = await page.waitForFrame((frame) => frame.url().includes('fee_sheet'));
  await sheet.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
  const capture = await ask(asker, page.url(), { type: 'page/read' });
  const price = capture.lines[1]?.unitPrice;
  const markup = await sheet.content();
  await ask(asker, page.url(), { type: 'page/highlight', placeId: price?.placeId ?? '' });
  const root = await openRoot(page);
  const outline = () => rectOf(root.$('.outline'));
  const field = await rectOf(sheet.$('input[name="bill[1][price]"]'));
  if (!field) throw new Error('the field is not on the screen');
  const { x, y, width, height } = field;
  await expect.poll(outline).toEqual({ x: x - 3, y: y - 3, width: width + 6, height: height + 6 });
  await ask(asker, page.url(), { type: 'page/highlight', placeId: null });
  expect(await root.$eval('.outline', (outline) => (outline as HTMLElement).hidden)).toBe(true);
  expect(await sheet.content()).toBe(markup);
});

test('a second start of the script adds no second sidebar', async () => {
  page = await open(ehr.url);
  await asker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    if (tab?.id !== undefined) {
      await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['/page.js'] });
    }
  }, page.url());
  // A second script would ask for its place first and then mount: this question is answered after that one.
  await page.extensionRealms()[0]?.evaluate(() => chrome.runtime.sendMessage({ type: 'background/place' }));
  expect(await page.$$eval('html > *', (all) => all.length)).toBe(3);
});

test('the page script cannot read the extension`s storage', async () => {
  page = await open(ehr.url);
  const realm = page.extensionRealms()[0];
  const refusals = await realm?.evaluate(async () => {
    const refused = (area: chrome.storage.StorageArea) =>
      area.get(null).then(
        () => 'read',
        () => 'refused',
      );
    return [await refused(chrome.storage.local), await refused(chrome.storage.session)];
  });
  expect(refusals).toEqual(['refused', 'refused']);
});

describe('another site cannot frame the sidebar', () => {
  test('by the extension`s id: the browser puts its error page there', async () => {
    const framed = await frameElsewhere(`chrome-extension://${EXTENSION_ID}/sidebar.html`);
    expect(framed.url()).toBe('chrome-error://chromewebdata/');
  });

  test('by the address of this browser start: it loads, sees where it is, and shows nothing of the practice', async () => {
    page = await open(ehr.url);
    const address = await page.extensionRealms()[0]?.evaluate(() => chrome.runtime.getURL('/sidebar.html'));
    await ask(asker, page.url(), { type: 'page/sidebar', action: 'open' });
    await (await page.waitForFrame((frame) => frame.url().endsWith('/sidebar.html'))).waitForSelector('main');
    await page.close();
    const framed = await frameElsewhere(address ?? '');
    expect(framed.url()).toMatch(/\/sidebar\.html$/);
    await sidebarText(framed, 'shown only on sites that were added');
    expect(await framed.$('main')).toBeNull();
  });
});

/** A frame with this address in a page of a site that was never added, once it has loaded. */
async function frameElsewhere(address: string) {
  page = await browser.newPage();
  await page.goto(`${ehr.origin('elsewhere')}/interface/main/finder/dynamic_finder.php`);
  await page.evaluate(async (src) => {
    const frame = document.createElement('iframe');
    frame.src = src;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
    document.body.append(frame);
    await loaded;
  }, address);
  const [framed] = page.mainFrame().childFrames();
  if (!framed) throw new Error('the page has no frame');
  return framed;
}

async function open(url: string): Promise<Page> {
  const opened = await browser.newPage();
  await opened.goto(url);
  await pageScriptReady(opened);
  return opened;
}

/** Where an element stands in the window; undefined while it is not drawn. */
async function rectOf(finding: Promise<ElementHandle | null>) {
  return (await (await finding)?.boundingBox()) ?? undefined;
}
