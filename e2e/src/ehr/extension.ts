/** Lets a test stand where the sidebar stands: grants sites to the real extension and talks to its page script. */
import { EXTENSION_ID } from '@claimside/extension/extension-id';
import type {
  PageNewsMessage,
  PageRequest,
  PageRequestName,
  PageResponse,
} from '@claimside/extension/messages';
import type { Browser, ElementHandle, Page } from 'puppeteer';

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

/** Waits until the page script has put its element into the page: from then on it answers. */
export async function pageScriptReady(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    [...document.documentElement.children].some((child) => child.localName.includes('-')),
  );
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

/** The next news of this kind (about this patient, when given) that page scripts tell while `act` runs or after it. */
export async function newsSince(
  extensionPage: Page,
  type: PageNewsMessage['type'],
  act: () => Promise<void>,
  about: { patient?: string } = {},
): Promise<PageNewsMessage> {
  await extensionPage.evaluate(
    (kind, patient) => {
      const world = window as unknown as { nextNews: Promise<unknown> };
      world.nextNews = new Promise((resolve) => {
        chrome.runtime.onMessage.addListener(function listen(message: PageNewsMessage) {
          if (message.type !== kind) return;
          if (patient !== null && (!('binding' in message) || message.binding.patient !== patient)) return;
          chrome.runtime.onMessage.removeListener(listen);
          resolve(message);
        });
      });
    },
    type,
    about.patient ?? null,
  );
  await act();
  const news: unknown = await extensionPage.evaluate(
    () => (window as unknown as { nextNews: Promise<unknown> }).nextNews,
  );
  return news as PageNewsMessage;
}

/** What stands in our closed root, where only the extension's own world can look. */
export async function openRoot(page: Page): Promise<ElementHandle<Element>> {
  for (const realm of page.extensionRealms()) {
    const handle = await realm.evaluateHandle(() => {
      const host = [...document.documentElement.children].find((child) => child.localName.includes('-'));
      const root = host instanceof HTMLElement ? chrome.dom.openOrClosedShadowRoot(host) : null;
      return root as unknown as Element;
    });
    // A shadow root is a node, but has all of an element's that tests use.
    const element = handle.asElement() as ElementHandle<Element> | null;
    if (element) return element;
  }
  throw new Error('our element is not in this page');
}
