/** The sidebar as wide as a side panel, in a tab of its own, worked by the keyboard and looked at in other windows too. */
import type { Page } from 'puppeteer';
import { expect } from 'vitest';
import { IN_ANY_TAB, OPTIONS_URL } from '../browser/index.ts';
import type { Desk } from './desk.ts';
import { troubles } from './troubles.ts';

const SIDE_PANEL = { width: 420, height: 800 };

export interface SidePage {
  readonly page: Page;
  /** What has the focus: by its name, else by what it says. */
  focus(): Promise<string>;
  /** Goes on by Tab to what is called like this; `back`: the other way. */
  tabTo(name: string, back?: 'back'): Promise<void>;
  /** Chooses in the list of tabs, from wherever it stands. */
  toTab(name: string): Promise<void>;
  /** Presses what has the focus, once it takes presses: what moves money does so only after a moment in sight. */
  press(): Promise<void>;
  /** The first claim of the list in sight. */
  openFirstClaim(): Promise<void>;
  looksRight(): Promise<void>;
}

export async function openSidePage(desk: Desk): Promise<SidePage> {
  const page = await desk.browser.newPage();
  await page.setViewport(SIDE_PANEL);
  await page.goto(OPTIONS_URL.replace('options', 'sidebar'));
  await page.bringToFront();
  const focus = () =>
    page.evaluate(() => {
      const at = document.activeElement;
      const isNamed = at instanceof HTMLElement && at !== document.body;
      if (!isNamed) return '';
      const [label] = 'labels' in at ? ((at.labels as NodeListOf<HTMLLabelElement> | null) ?? []) : [];
      return at.getAttribute('aria-label') ?? label?.textContent ?? at.textContent ?? '';
    });
  const tabTo = async (name: string, back?: 'back') => {
    if (back) await page.keyboard.down('Shift');
    for (let steps = 0; !(await focus()).startsWith(name); steps += 1) {
      if (steps > 60) throw new Error(`${name} cannot be reached`);
      await page.keyboard.press('Tab');
    }
    if (back) await page.keyboard.up('Shift');
  };
  return {
    page,
    focus,
    tabTo,
    async toTab(name) {
      await page.waitForSelector(`::-p-xpath(//*[@role="tab"][starts-with(., "${name}")])`);
      await page.$eval('[role=tab][aria-selected="true"]', (tab) => (tab as HTMLElement).focus());
      for (let steps = 0; !(await focus()).startsWith(name); steps += 1) {
        if (steps > 5) throw new Error(`no tab ${name}`);
        await page.keyboard.press('ArrowRight');
      }
      await page.keyboard.press('Enter');
    },
    async press() {
      await page.waitForFunction(
        () => !document.activeElement?.closest('[aria-disabled="true"], :disabled'),
        IN_ANY_TAB,
      );
      await page.keyboard.press('Enter');
    },
    async openFirstClaim() {
      await (await page.waitForSelector('.claim-row button, button.claim-row'))?.click();
    },
    async looksRight() {
      expect(await troubles(page)).toEqual([]);
      await page.setViewport(SIDE_PANEL);
    },
  };
}
