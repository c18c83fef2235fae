/** Lets a test stand where the sidebar stands: grants sites to the real extension and talks to its page script. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type { PageRequest, PageRequestName, PageResponse } from '@claimside/extension/messages';
import type { Browser, Page } from 'puppeteer';

export const OPTIONS_PAGE = `chrome-extension://${EXTENSION_ID}/options.html`;

/**
 * Adds sites as a person does in the options page. A headless browser shows no permission prompt, so the browser is
 * told beforehand to allow it; the extension's own request from a real click then succeeds.
 */
export async function grantSites(browser: Browser, patterns: readonly string[]): Promise<void> {
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
  const options = await browser.newPage();
  await options.goto(OPTIONS_PAGE);
  await options.evaluate(async (origins) => {
    await chrome.storage.local.set({ sites: origins });
    const button = document.createElement('button');
    button.id = 'grant';
    button.style.cssText = 'position: fixed; inset: 0; z-index: 9';
    button.addEventListener('click', () => void chrome.permissions.request({ origins }));
    document.body.append(button);
  }, patterns as string[]);
  await options.click('#grant');
  await options.waitForFunction(
    async (count) => (await chrome.scripting.getRegisteredContentScripts())[0]?.matches?.length === count,
    {},
    patterns.length,
  );
  await options.close();
}

/** An extension page that can talk to the page script of a tab, as the sidebar does. */
export async function openExtensionPage(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(OPTIONS_PAGE);
  return page;
}

/** Sends one request to the page script of the tab with this address and gives its answer. */
export async function ask<Name extends PageRequestName>(
  extensionPage: Page,
  url: string,
  request: PageRequest<Name>,
): Promise<PageResponse<Name>> {
  const answer: unknown = await extensionPage.evaluate(
    async (address, message) => {
      const tabs = await chrome.tabs.query({});
      const tab = tabs.find((candidate) => candidate.url === address);
      if (tab?.id === undefined) throw new Error('no such tab');
      return chrome.tabs.sendMessage(tab.id, message, { frameId: 0 });
    },
    url,
    request as PageRequest,
  );
  return answer as PageResponse<Name>;
}

/** The edge tab's button, inside the closed root, where only the extension's own world can look. */
export async function openRoot(page: Page): Promise<import('puppeteer').ElementHandle<ShadowRoot & Element>> {
  for (const realm of page.extensionRealms()) {
    const handle = await realm.evaluateHandle(() => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      return host && (chrome.dom.openOrClosedShadowRoot(host as HTMLElement) as ShadowRoot | null);
    });
    const element = handle.asElement();
    if (element) return element as import('puppeteer').ElementHandle<ShadowRoot & Element>;
  }
  throw new Error('no page script in this page');
}
