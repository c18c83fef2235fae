/** Does what a person does in the extension's options page: pairs the browser, adds EHR sites, presses its buttons. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { Browser, Page } from 'puppeteer';
import { sidebarText } from './wait.ts';

export const OPTIONS_URL = `chrome-extension://${EXTENSION_ID}/options.html`;

/** A tab with the options page. As every page of the extension, it may also talk to page scripts and read storage. */
export async function openOptions(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(OPTIONS_URL);
  return page;
}

/** Types address and code into the options page and presses the button; does not wait for the outcome. */
export async function submitPairing(options: Page, serverUrl: string, code: string): Promise<void> {
  await options.locator('input[name=server]').fill(serverUrl);
  await options.locator('input[name=code]').fill(code);
  await pressInOptions(options, 'Pair this browser');
}

/** Pairs the browser and waits until the options page says so. */
export async function pairBrowser(browser: Browser, serverUrl: string, code: string): Promise<void> {
  await allowHost(browser, serverUrl);
  const options = await openOptions(browser);
  await submitPairing(options, serverUrl, code);
  await options.waitForSelector('::-p-aria([name="This browser"][role="heading"])');
  await options.close();
}

/** Adds an EHR's address in the options page and waits until it is read. */
export async function addEhrSite(browser: Browser, origin: string): Promise<void> {
  await allowHost(browser, origin);
  const options = await openOptions(browser);
  await options.locator('input[name=site]').fill(origin);
  await pressInOptions(options, 'Add site');
  await sidebarText(options, 'was added');
  await options.close();
}

/** A true click on the button of this name; waits for the button, not for what follows. */
export async function pressInOptions(options: Page, name: string): Promise<void> {
  await options.bringToFront();
  await options.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

/**
 * Answers the browser's permission prompt beforehand: headless shows none, and the extension's own request from a real
 * click succeeds only for what was allowed here.
 */
export async function allowHost(browser: Browser, origin: string): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    (id, host) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
      };
      return developerPrivate.addHostPermission(id, host);
    },
    EXTENSION_ID,
    `${origin}/*`,
  );
  await settings.close();
}
