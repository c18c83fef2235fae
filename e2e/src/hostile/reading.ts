/** A browser with the built extension beside hostile pages, unpaired: enough where only the reading is at stake. */
import type { Capture } from '@claimside/shared/capture';
import type { Browser, Page } from 'puppeteer';
import {
  addEhrSites,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
} from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { plainCapture } from '../ehr/plain-capture.ts';
import { HOSTILE, type HostilePages, startHostilePages } from './pages.ts';

export interface ReadingBesideHostilePages {
  readonly pages: HostilePages;
  readonly browser: Browser;
  /** Stands where the sidebar stands: may ask page scripts. */
  readonly asker: Page;
  /** A new tab with this page, once our script is in it. */
  open(url: string): Promise<Page>;
  read(page: Page): Promise<Capture>;
  /** Without provenance, so that a test can show the whole of it. */
  readPlain(page: Page): Promise<ReturnType<typeof plainCapture>>;
  close(): Promise<void>;
}

const TRIES = 20;

export async function startReading(): Promise<ReadingBesideHostilePages> {
  const pages = await startHostilePages();
  let launched: LaunchedBrowser | undefined;
  const close = async () => {
    await launched?.close();
    await pages.close();
  };
  try {
    launched = await launchBrowser();
    const { browser } = launched;
    await addEhrSites(browser, [pages.origin(HOSTILE)]);
    const asker = await openOptions(browser);
    const read = async (page: Page): Promise<Capture> => {
      for (let tries = 1; ; tries += 1) {
        try {
          return await ask(asker, page.url(), { type: 'page/read' });
        } catch (error) {
          // A page may change its address between that it is looked up and that its tab is.
          if (tries === TRIES || !(error instanceof Error && error.message.includes('no such tab')))
            throw error;
        }
      }
    };
    return {
      pages,
      browser,
      asker,
      async open(url) {
        const page = await browser.newPage();
        await page.goto(url);
        await scriptAnswers(asker, url);
        return page;
      },
      read,
      readPlain: async (page) => plainCapture(await read(page)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Waits until our script in the tab of this address answers; nothing of the page's own world is asked. */
export async function scriptAnswers(asker: Page, url: string): Promise<void> {
  await asker.waitForFunction(
    async (address) => {
      const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === address);
      const question = { type: 'page/highlight', placeId: null };
      return (
        tab?.id !== undefined &&
        chrome.tabs.sendMessage(tab.id, question, { frameId: 0 }).then(
          () => true,
          () => false,
        )
      );
    },
    IN_ANY_TAB,
    url,
  );
}
