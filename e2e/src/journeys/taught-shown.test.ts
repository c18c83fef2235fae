/** What a row of the teaching panel reads is shown in the page while it is pointed at or has the focus; leaving ends that. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addEhrSites, clickInSidebar, IN_ANY_TAB, openSidebar, sidebarText } from '../browser/index.ts';
import { isPaneOverPage } from '../teach/teacher.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let page: Page;
let sidebar: Frame;
beforeAll(async () => {
  desk = await openDesk();
  await addEhrSites(desk.browser, [desk.stage.ehr.origin('odd')]);
  page = await desk.openChart(`${desk.stage.ehr.origin('odd')}/odd/4711/visit`);
  sidebar = await openSidebar(page);
  await clickInSidebar(page, sidebar, TEACH);
  await sidebar.waitForSelector('.teach-row');
});
afterAll(() => desk?.close());

const TEACH = '::-p-xpath(//main//button[starts-with(., "Teach")])';

/** Points at the place and waits until its row shows this. */
async function teach(words: string, place: string, shows: string): Promise<void> {
  await clickInSidebar(page, sidebar, `[aria-label="Point at ${words}"]`);
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  const box = await (await page.waitForSelector(place))?.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await sidebar.waitForFunction(
    (value) =>
      [...document.querySelectorAll('.teach-value')].some((each) => each.textContent?.includes(value)),
    IN_ANY_TAB,
    shows,
  );
}

/** Where our outlines stand in the page; they are in a closed root of a plain element of ours. */
async function outlined(): Promise<{ x: number; y: number; width: number; height: number }[]> {
  for (const realm of page.extensionRealms()) {
    const rects = await realm.evaluate(() => {
      const own = [...document.documentElement.children].filter(({ localName }) => localName === 'div');
      return own.flatMap((host) => {
        const root = chrome.dom.openOrClosedShadowRoot(host as HTMLElement);
        return [...(root?.querySelectorAll('.outline:not([hidden])') ?? [])].map((each) => {
          const { x, y, width, height } = each.getBoundingClientRect();
          return { x, y, width, height };
        });
      });
    });
    if (rects.length > 0) return rects;
  }
  return [];
}

async function around(place: string): Promise<object[]> {
  const rects = await page.$$eval(place, (elements) =>
    elements.map((each) => {
      const { x, y, width, height } = each.getBoundingClientRect();
      return { x: x - 3, y: y - 3, width: width + 6, height: height + 6 };
    }),
  );
  return rects;
}

/** The row whose button points at this. */
const rowOf = (words: string): string =>
  `::-p-xpath(//div[contains(@class, "teach-row") and @data-places][.//button[@aria-label="Point at ${words}"]])`;

test('the place of a value stands out in the page while its row is pointed at, and no longer', async () => {
  await teach("the patient's birth date", '.world', '1978-04-12');
  await page.mouse.move(5, 5);
  await expect.poll(outlined).toEqual([]);
  const before = await page.evaluate(() => document.documentElement.children.length);
  await (await sidebar.waitForSelector(rowOf("the patient's birth date")))?.hover();
  await expect.poll(outlined).toEqual(await around('.world'));
  await (await sidebar.waitForSelector('#teach-title'))?.hover();
  await expect.poll(outlined).toEqual([]);
  // Nothing of ours is left in the page.
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(before);
});

test('by keys too, and every code of a list at once', async () => {
  await teach('the diagnoses of this visit', '.why-words', 'M54.50 I10 E11.9');
  await page.mouse.move(5, 5);
  await sidebar.focus('[aria-label="Point at the diagnoses of this visit"]');
  await expect.poll(async () => (await outlined()).length).toBe(3);
  await sidebar.focus('[aria-label="Point at the patient\'s sex"]');
  await expect.poll(outlined).toEqual([]);
});

test('while a person points, nothing else stands out; and nothing once teaching is left', async () => {
  const birthDate = "the patient's birth date";
  await (await sidebar.waitForSelector(rowOf(birthDate)))?.hover();
  await expect.poll(async () => (await outlined()).length).toBe(1);
  await sidebar.focus(`[aria-label="Point at ${birthDate}"]`);
  await page.keyboard.press('Enter');
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  expect(await outlined()).toEqual([]);
  await page.keyboard.press('Escape');
  await page.waitForFunction(`!(${isPaneOverPage.toString()})()`, IN_ANY_TAB);
  await (await sidebar.waitForSelector('#teach-title'))?.hover();
  await (await sidebar.waitForSelector(rowOf(birthDate)))?.hover();
  await expect.poll(async () => (await outlined()).length).toBe(1);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "Save for the practice")])');
  await sidebarText(sidebar, 'Saved for the practice');
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[normalize-space(.)="Back"])');
  await expect.poll(outlined).toEqual([]);
});

test('what was taught and switched off goes on from where it was, and saving it switches it on', async () => {
  const id = 'taught-odd-localhost';
  await desk.client.api.recipes[':id'].off.$put({ param: { id } });
  await sidebar.evaluate(() => chrome.storage.local.remove('recipes'));
  await clickInSidebar(page, sidebar, TEACH);
  await sidebarText(sidebar, 'is switched off');
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "Save for the practice")])');
  await sidebarText(sidebar, 'Saved for the practice');
  expect(await (await desk.client.api.recipes.$get()).json()).toEqual([
    expect.objectContaining({ id, change: { recipe: expect.objectContaining({ revision: 2 }) } }),
  ]);
});
