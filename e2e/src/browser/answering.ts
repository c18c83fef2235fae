/** Pages that a test answers itself, on a site where nothing listens, in a browser with the extension. */
import type { Browser, Page } from 'puppeteer';
import { type LaunchedBrowser, launchBrowser } from './launch.ts';
import { addEhrSites, openOptions } from './options-page.ts';
import { pageScriptReady } from './sidebar.ts';

/** A whole page, or what stands in its body; undefined is not found. */
export type Answer = string | undefined;

export interface Answering {
  readonly browser: Browser;
  /** Stands where the sidebar stands: may ask page scripts. */
  readonly asker: Page;
  /** A new tab at this address, once our script is in it. */
  open(address: string, answer: (url: URL) => Answer): Promise<Page>;
  /** The same, closed after use. */
  with<Result>(
    address: string,
    answer: (url: URL) => Answer,
    use: (page: Page) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

/** Adds these sites as an admin does. */
export async function startAnswering(...origins: string[]): Promise<Answering> {
  const launched: LaunchedBrowser = await launchBrowser();
  const { browser, close } = launched;
  try {
    await addEhrSites(browser, origins);
    const asker = await openOptions(browser);
    const open: Answering['open'] = async (address, answer) => {
      const page = await browser.newPage();
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        const text = answer(new URL(request.url()));
        void request.respond({
          contentType: 'text/html; charset=utf-8',
          ...(text === undefined ? { status: 404 } : { body: whole(text) }),
        });
      });
      await page.goto(address);
      await pageScriptReady(page);
      return page;
    };
    return {
      browser,
      asker,
      open,
      async with(address, answer, use) {
        const page = await open(address, answer);
        try {
          return await use(page);
        } finally {
          await page.close();
        }
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const whole = (text: string): string =>
  /^\s*<!doctype/i.test(text) ? text : `<!doctype html><html lang="en-US"><body>${text}</body></html>`;
