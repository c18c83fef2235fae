/** A paired browser with its practice, server and clearinghouse, beside hostile pages: where a claim is at stake. */
import type { Frame, Page } from 'puppeteer';
import { addEhrSites, openRoot, openSidebar } from '../browser/index.ts';
import { type Desk, openDesk } from '../journeys/desk.ts';
import { HOSTILE, type HostilePages, startHostilePages } from './pages.ts';

export interface HostileDesk extends Desk {
  readonly pages: HostilePages;
  /** A chart with its sidebar, the visit in it read and the button awake. */
  openVisit(url?: string): Promise<{ page: Page; sidebar: Frame }>;
}

export async function openHostileDesk(): Promise<HostileDesk> {
  const pages = await startHostilePages();
  let desk: Desk;
  try {
    desk = await openDesk();
  } catch (error) {
    await pages.close();
    throw error;
  }
  await addEhrSites(desk.browser, [pages.origin(HOSTILE)]);
  return {
    ...desk,
    pages,
    async openVisit(url = pages.visit()) {
      const page = await desk.openChart(url);
      const sidebar = await openSidebar(page);
      await readyToBill(sidebar);
      return { page, sidebar };
    },
    async close() {
      await desk.close();
      await pages.close();
    },
  };
}

const BUTTON = '.bill-bar .button.main';

/** Waits until a press of the bill button counts. */
export async function readyToBill(sidebar: Frame): Promise<void> {
  await sidebar.waitForSelector(`${BUTTON}:not([aria-disabled])`);
}

/** True while a press of the bill button would count. */
export const isAwake = (sidebar: Frame): Promise<boolean> =>
  sidebar.$eval(BUTTON, (button) => !button.hasAttribute('aria-disabled'));

/** Where the bill button is drawn in the window, however the page has bent our frame. */
export async function billButtonPoint(page: Page, sidebar: Frame): Promise<{ x: number; y: number }> {
  const inner = await sidebar.$eval(BUTTON, (button) => {
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: (left + width / 2) / innerWidth, y: (top + height / 2) / innerHeight };
  });
  const outer = await (await openRoot(page)).$eval('iframe', (frame) => {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return { left, top, width, height };
  });
  const within = (place: number, most: number) => Math.min(most - 1, Math.max(1, place));
  const viewport = page.viewport() ?? { width: 1440, height: 900 };
  return {
    x: within(outer.left + inner.x * outer.width, viewport.width),
    y: within(outer.top + inner.y * outer.height, viewport.height),
  };
}
