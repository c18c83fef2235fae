/** A list narrowed by who treated, where and how much, kept under a name, chosen again after the sidebar was opened anew, and forgotten. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

let desk: Desk;
let side: SidePage;
beforeAll(async () => {
  desk = await openDesk();
  const ids = await billed(desk, ['PAYREJECT1', 'DENY1', 'COPAY1']);
  await settled(desk, ids, ['rejected-by-payer', 'denied', 'partly-paid']);
  side = await openSidePage(desk);
});
afterAll(() => desk?.close());

const rowCount = (count: number) =>
  side.page.waitForFunction(
    (wanted) => document.querySelectorAll('.worklist:not([hidden]) .claim-row').length === wanted,
    IN_ANY_TAB,
    count,
  );

async function openFilter(): Promise<void> {
  await side.tabTo('Filter');
  await side.page.keyboard.press('Enter');
  await side.page.waitForSelector('.filters[open]');
}

/** By the beginning of its name, as in any such field. */
async function choose(label: string, letters: string): Promise<void> {
  await side.tabTo(label);
  await side.page.keyboard.type(letters);
}

const chosen = () =>
  side.page.$$eval('.filter-fields :is(select, input)', (fields) =>
    fields.map((field) => (field as HTMLInputElement).value).filter((value) => value !== ''),
  );

test('by the keyboard alone: narrowed, kept, let go and taken again', async () => {
  const { page, focus, tabTo, toTab, looksRight } = side;
  await toTab('Claims');
  await rowCount(3);
  await openFilter();
  await choose('Provider', 'Halv');
  await choose('Location', 'Main');
  await tabTo('At least');
  await page.keyboard.type('100.00');
  await sidebarText(page, 'Filter (3 on)');
  // The patient's share is less.
  await rowCount(2);
  await looksRight();
  const narrowed = await chosen();
  expect(narrowed).toHaveLength(3);

  await tabTo('Keep this filter as');
  await page.keyboard.type('Much, at the main office');
  await page.keyboard.press('Enter');
  await page.waitForSelector('.saved-filters .choice[aria-pressed="true"]');
  expect(await page.$('.keep-filter')).toBeNull();
  await expect.poll(focus).toBe('Much, at the main office');
  await looksRight();

  await tabTo('No filter', 'back');
  await page.keyboard.press('Enter');
  await rowCount(3);
  expect(await chosen()).toEqual([]);
  await expect.poll(focus).toBe('Filter');
  await tabTo('Much, at the main office');
  await page.keyboard.press('Enter');
  await rowCount(2);
  expect(await chosen()).toEqual(narrowed);
});

test('opened anew it is still there, takes its own list along, and what was searched for is none of it', async () => {
  const { page, tabTo, toTab, looksRight } = side;
  await page.reload();
  await toTab('Claims');
  await rowCount(3);
  await tabTo('List');
  await page.keyboard.type('Rejected');
  await rowCount(1);
  await openFilter();
  await tabTo('Much, at the main office');
  await page.keyboard.press('Enter');
  await rowCount(2);
  expect(await page.$eval('.list-select', (list) => (list as HTMLSelectElement).value)).toBe('needs-you');
  await page.keyboard.press('/');
  await page.keyboard.type('sampletwo');
  await rowCount(1);
  expect(await page.$('.saved-filters .choice[aria-pressed="true"]')).not.toBeNull();
  await looksRight();
});

test('forgotten, it is gone for everybody, and the focus is not lost', async () => {
  const { page, focus, tabTo, looksRight } = side;
  await tabTo('Forget the filter');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => !document.querySelector('.saved-filters .choice'), IN_ANY_TAB);
  await expect.poll(focus).toContain('Filter');
  await looksRight();
  expect(await (await desk.client.api['saved-filters'].$get()).json()).toEqual([]);
});
