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

/** Puts address and code into the options page and presses the button; does not wait for the outcome. */
export async function submitPairing(options: Page, serverUrl: string, code: string): Promise<void> {
  await paste(options, 'input[name=server]', serverUrl);
  await paste(options, 'input[name=code]', code);
  await pressInOptions(options, 'Pair this browser');
}

/** Pairs the browser, adds the EHRs' addresses, and waits until the options page says that all of it is done. */
export async function setUpBrowser(
  browser: Browser,
  practice: { readonly serverUrl: string; readonly code: string; readonly ehrs: readonly string[] },
): Promise<void> {
  await allowHosts(browser, [practice.serverUrl, ...practice.ehrs]);
  const options = await openOptions(browser);
  await submitPairing(options, practice.serverUrl, practice.code);
  await options.waitForSelector('::-p-aria([name="This browser"][role="heading"])');
  for (const ehr of practice.ehrs) await addSite(options, ehr);
  await options.close();
}

/** Adds EHRs' addresses in the options page and waits until they are read. */
export async function addEhrSites(browser: Browser, ehrs: readonly string[]): Promise<void> {
  await allowHosts(browser, ehrs);
  const options = await openOptions(browser);
  for (const ehr of ehrs) await addSite(options, ehr);
  await options.close();
}

async function addSite(options: Page, origin: string): Promise<void> {
  await options.bringToFront();
  await paste(options, 'input[name=site]', origin);
  // By key: a button that the words of the site before push down is not missed.
  await options.keyboard.press('Enter');
  await sidebarText(options, `${new URL(origin).host} was added`);
}

/** Puts a text into a field at once, in place of what it holds. */
async function paste(options: Page, field: string, text: string): Promise<void> {
  await options.locator(field).click();
  await options.$eval(field, (input) => (input as HTMLInputElement).select());
  await options.keyboard.sendCharacter(text);
}

/** A true click on the button of this name; waits for the button, not for what follows. */
export async function pressInOptions(options: Page, name: string): Promise<void> {
  await options.bringToFront();
  await options.locator(`::-p-aria([name="${name}"][role="button"])`).click();
}

/**
 * Answers the browser's permission prompts beforehand: headless shows none, and the extension's own request from a real
 * click succeeds only for what was allowed here.
 */
export async function allowHosts(browser: Browser, origins: readonly string[]): Promise<void> {
  const settings = await browser.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async (id, hosts) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { addHostPermission(id: string, host: string): Promise<void> };
      };
      for (const host of hosts) await developerPrivate.addHostPermission(id, host);
    },
    EXTENSION_ID,
    origins.map((origin) => `${origin}/*`),
  );
  await settings.close();
}
