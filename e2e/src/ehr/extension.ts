/** Lets a test stand where the sidebar stands: talks to the page script of the real extension and hears its news. */
import type {
  PageNewsMessage,
  PageRequest,
  PageRequestName,
  PageResponse,
} from '@claimside/extension/messages';
import type { Page } from 'puppeteer';

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
