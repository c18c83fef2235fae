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

/**
 * The next news of this kind that page scripts tell while `act` runs or after it: about this patient, when given, and of a
 * page that is unlike this content. A page that has just settled may still tell what it was before.
 */
export async function newsSince(
  extensionPage: Page,
  type: PageNewsMessage['type'],
  act: () => Promise<void>,
  about: { patient?: string; unlike?: string } = {},
): Promise<PageNewsMessage> {
  await extensionPage.evaluate(
    (kind, patient, unlike) => {
      const world = window as unknown as { nextNews: Promise<unknown> };
      world.nextNews = new Promise((resolve) => {
        chrome.runtime.onMessage.addListener(function listen(message: PageNewsMessage) {
          if (message.type !== kind) return;
          const binding = 'binding' in message ? message.binding : undefined;
          if (patient !== null && binding?.patient !== patient) return;
          if (unlike !== null && binding?.content === unlike) return;
          chrome.runtime.onMessage.removeListener(listen);
          resolve(message);
        });
      });
    },
    type,
    about.patient ?? null,
    about.unlike ?? null,
  );
  await act();
  const news: unknown = await extensionPage.evaluate(
    () => (window as unknown as { nextNews: Promise<unknown> }).nextNews,
  );
  return news as PageNewsMessage;
}
