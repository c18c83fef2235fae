/** A browser with the built extension beside hostile pages, unpaired: enough where only the reading is at stake. */
import type { Capture } from '@claimside/shared/capture';
import type { Browser, Page } from 'puppeteer';
import {
  addEhrSites,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { plainCapture } from '../ehr/plain-capture.ts';
import { HOSTILE, type HostilePages, startHostilePages } from './pages.ts';

export interface ReadingBesideHostilePages {
  readonly pages: HostilePages;
  readonly browser: Browser;
  /** Stands where the sidebar stands: may ask page scripts. */
  readonly asker: Page;
  /** A new tab with this page, once our script is in it; `before` runs in the page's world before anything else. */
  open(url: string, before?: string): Promise<Page>;
  read(page: Page): Promise<Capture>;
  /** Without provenance, so that a test can show the whole of it. */
  readPlain(page: Page): Promise<ReturnType<typeof plainCapture>>;
  close(): Promise<void>;
}

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
    const read = (page: Page): Promise<Capture> => ask(asker, page.url(), { type: 'page/read' });
    return {
      pages,
      browser,
      asker,
      async open(url, before) {
        const page = await browser.newPage();
        if (before !== undefined) await page.evaluateOnNewDocument(before);
        await page.goto(url);
        await pageScriptReady(page);
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
