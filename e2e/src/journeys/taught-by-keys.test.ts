/** A page is taught with the keyboard alone, and axe has nothing to complain of on the way. */
import type { Frame, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEhrSites, IN_ANY_TAB, openSidebar } from '../browser/index.ts';
import { isPaneOverPage } from '../teach/teacher.ts';
import { complaints } from './complaints.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await addEhrSites(desk.browser, [desk.stage.ehr.origin('odd')]);
});
afterAll(() => desk?.close());

/** What has the focus in the sidebar, by what it is called. */
const focused = (sidebar: Frame): Promise<string> =>
  sidebar.evaluate(() => {
    const { activeElement } = document;
    return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? '';
  });

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, sidebar: Frame, name: string): Promise<void> {
  for (let steps = 0; !(await focused(sidebar)).startsWith(name); steps += 1) {
    if (steps > 60) throw new Error(`${name} cannot be reached`);
    await page.keyboard.press('Tab');
  }
}

/** Points by keys: Tab to the place, Enter; then waits until the row shows what is read. */
async function take(page: Page, sidebar: Frame, keys: readonly KeyInput[], shows: string): Promise<void> {
  await page.keyboard.press('Enter');
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  for (const key of keys) await page.keyboard.press(key);
  await page.keyboard.press('Enter');
  await sidebar.waitForFunction(
    (value) =>
      [...document.querySelectorAll('.teach-value')].some((each) => each.textContent?.includes(value)),
    IN_ANY_TAB,
    shows,
  );
}

test('by keys alone: begin, point, go on with what is next, stop, undo, leave when asked', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('odd')}/odd/4711/visit`);
  const sidebar = await openSidebar(page);
  await sidebar.waitForSelector('main .state');
  expect(await complaints(sidebar)).toEqual([]);
  await tabTo(page, sidebar, 'Teach Claimside this page');
  await page.keyboard.press('Enter');
  await sidebar.waitForSelector('.teach-row');
  expect(await complaints(sidebar)).toEqual([]);

  await tabTo(page, sidebar, "Point at the patient's whole name");
  await take(page, sidebar, ['Tab'], 'Quintero, Marta');
  // The focus comes back to what is next: the name stands, the birth date doesn't.
  await expect.poll(() => focused(sidebar)).toBe("Point at the patient's birth date");
  await take(page, sidebar, ['Tab', 'Tab', 'Tab'], '1978-04-12');
  await expect.poll(() => focused(sidebar)).toBe("Point at the patient's sex");

  await tabTo(page, sidebar, 'Point at the list of services');
  await take(page, sidebar, [...Array<KeyInput>(38).fill('Tab')], '99214 97110 20610');
  expect(await complaints(sidebar)).toEqual([]);

  await tabTo(page, sidebar, 'Undo services');
  await page.keyboard.press('Enter');
  await sidebar.waitForFunction(() => document.querySelector('.teach-columns') === null, IN_ANY_TAB);
  expect(await focused(sidebar)).toBe('Point at the list of services');
  await page.keyboard.press('Enter');
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  await page.keyboard.press('Escape');
  await page.waitForFunction(`!(${isPaneOverPage.toString()})()`, IN_ANY_TAB);
  await sidebar.waitForFunction(() => document.querySelector('[aria-pressed="true"]') === null, IN_ANY_TAB);

  await expect.poll(() => focused(sidebar)).toMatch(/^Point at/);
  await page.keyboard.press('Escape');
  await sidebar.waitForSelector('dialog[open]');
  expect(await complaints(sidebar)).toEqual([]);
});
