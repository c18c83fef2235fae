/** Does in a browser what a person does with the extension: allows sites, pairs, opens the sidebar in a chart. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Browser, ElementHandle, Frame, Page } from 'puppeteer';
import { openRoot } from '../ehr/extension.ts';

export const OPTIONS_URL = `chrome-extension://${EXTENSION_ID}/options.html`;

/**
 * Answers the browser's permission prompt beforehand: headless shows none, and the extension's own request from a real
 * click succeeds only for what was allowed here.
 */
export async function allowHosts(browser: Browser, patterns: readonly string[]): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  for (const pattern of patterns) {
    await settings.evaluate(
      (id, host) => {
        const { developerPrivate } = chrome as unknown as {
          developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
        };
        return developerPrivate.addHostPermission(id, host);
      },
      EXTENSION_ID,
      pattern,
    );
  }
  await settings.close();
}

export async function openOptions(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(OPTIONS_URL);
  return page;
}

/** Types address and code into the options page and presses the button; does not wait for the outcome. */
export async function submitPairing(options: Page, serverUrl: string, code: string): Promise<void> {
  for (const [name, value] of [
    ['server', serverUrl],
    ['code', code],
  ] as const) {
    const input = await options.waitForSelector(`input[name=${name}]`);
    await input?.click({ count: 3 });
    await input?.type(value);
  }
  await options.locator('::-p-aria([name="Pair this browser"][role="button"])').click();
}

/** Pairs the browser and waits until the options page says so. */
export async function pairBrowser(browser: Browser, serverUrl: string, code: string): Promise<void> {
  await allowHosts(browser, [`${serverUrl}/*`]);
  const options = await openOptions(browser);
  await submitPairing(options, serverUrl, code);
  await options.waitForSelector('::-p-aria([name="This browser"][role="heading"])');
  await options.close();
}

/** Adds an EHR's address in the options page. */
export async function addEhrSite(browser: Browser, origin: string): Promise<void> {
  await allowHosts(browser, [`${origin}/*`]);
  const options = await openOptions(browser);
  await options.locator('input[name=site]').fill(origin);
  await options.locator('::-p-aria([name="Add site"][role="button"])').click();
  await options.waitForSelector(`::-p-text(was added)`);
  await options.close();
}

/** Presses the edge tab of a chart and gives the sidebar's frame, once its content is there. */
export async function openSidebar(page: Page): Promise<Frame> {
  await (await edgeTab(page)).click();
  const frame = await page.waitForFrame((candidate) => candidate.url().endsWith('/sidebar.html'));
  await frame.waitForSelector('main, [role=main], button');
  return frame;
}

/** The extension's tab at the page's edge. It stands in a closed root, where only the accessibility tree finds it. */
async function edgeTab(page: Page): Promise<ElementHandle<Element>> {
  const labels = ['nothing to bill', 'ready to bill', 'needs a look', 'offline'];
  const names = labels.map((state) => `::-p-aria([name="Bill this visit (${state})"][role="button"])`);
  const found = await page.waitForSelector(names.join(', '));
  if (!found) throw new Error('no edge tab');
  return found;
}

/**
 * A true click on an element of the sidebar. The browser can't be asked where a frame in a closed root stands, so the
 * page script's own realm is.
 */
export async function clickInSidebar(page: Page, frame: Frame, selector: string): Promise<void> {
  const target = await frame.waitForSelector(selector, { visible: true });
  if (!target) throw new Error(`nothing to click: ${selector}`);
  await target.evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const inner = await target.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  });
  const root = await openRoot(page);
  const outer = await root.evaluate((node) => {
    const { left, top } = node.querySelector('iframe')?.getBoundingClientRect() ?? { left: 0, top: 0 };
    return { left, top };
  });
  await page.mouse.click(outer.left + inner.x, outer.top + inner.y);
}

/** Presses the main button once it is awake: `Bill this visit` or `Send again`. */
export async function pressBill(page: Page, frame: Frame, verb = 'Bill this visit'): Promise<void> {
  await clickInSidebar(
    page,
    frame,
    `::-p-xpath(//button[contains(., "${verb} ·") and not(@aria-disabled="true")])`,
  );
}

/** Waits until the sidebar shows this text. */
export async function sidebarText(frame: Frame, text: string): Promise<void> {
  await frame.waitForFunction(
    (wanted) => document.body.textContent?.includes(wanted),
    { polling: 'mutation' },
    text,
  );
}
