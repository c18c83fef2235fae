/** The worklists: gone through, selected, noted, given away, closed and opened by the keyboard alone; and a claim's history to print. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, OPTIONS_URL, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: SidePage['page'];
let focus: SidePage['focus'];
let tabTo: SidePage['tabTo'];
let toTab: SidePage['toTab'];
let looksRight: SidePage['looksRight'];
let ids: string[];
beforeAll(async () => {
  desk = await openDesk();
  ids = await billed(desk, ['PAYREJECT1', 'PAYREJECT2', 'DENY1', 'COPAY1', 'W1']);
  await settled(desk, ids, ['rejected-by-payer', 'rejected-by-payer', 'denied', 'partly-paid', 'paid']);
  ({ page, focus, tabTo, toTab, looksRight } = await openSidePage(desk));
});
afterAll(() => desk?.close());

const rows = () => page.$$eval('.worklist:not([hidden]) .claim-row strong', (names) => names.length / 2);
const rowCount = (count: number) =>
  page.waitForFunction(
    (wanted) => document.querySelectorAll('.worklist:not([hidden]) .claim-row').length === wanted,
    IN_ANY_TAB,
    count,
  );
/** The list's own field: its letters choose, as in any such field. */
async function chooseList(letters: string, count: number): Promise<void> {
  await tabTo('List');
  await page.keyboard.type(letters);
  await rowCount(count);
}

test('by the keyboard alone: a list, its rows, several at once, a claim and its notes, and back to the row', async () => {
  await toTab('Claims');
  await rowCount(4);
  await looksRight();

  await chooseList('Rejected', 2);
  await tabTo('Sample');
  const first = await focus();
  await page.keyboard.press('j');
  expect(await focus()).not.toBe(first);
  await page.keyboard.press('k');
  expect(await focus()).toBe(first);
  await page.keyboard.press('x');
  await sidebarText(page, '1 selected');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Space');
  await sidebarText(page, '2 selected');
  await looksRight();

  await tabTo('Note…', 'back');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Note');
  await page.keyboard.type('CALLED THE PAYER');
  await page.waitForSelector('.bulk-form button:not([aria-disabled="true"], :disabled)');
  await page.keyboard.press('Enter');
  // What was pressed is gone: what was done has the focus.
  await expect.poll(focus).toBe('Noted on 2 claims.');
  expect(await page.$('.bulk')).toBeNull();
  await looksRight();

  await tabTo('Sample');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'CALLED THE PAYER');
  await looksRight();
  await tabTo('Print proof of timely filing');
  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe(first);
});

test('a search goes through every claim of the list from `/`, and empty says so', async () => {
  await chooseList('All', 5);
  await tabTo('Sample');
  await page.keyboard.press('/');
  expect(await focus()).toMatch(/^Search claims/);
  await page.keyboard.type('samplethree');
  await rowCount(1);
  await page.keyboard.type('x');
  await sidebarText(page, 'No claim in this list fits.');
  for (let letters = 0; letters < 12; letters += 1) await page.keyboard.press('Backspace');
  await rowCount(5);
});

test('several are closed with a reason: they leave the list, and are found among all', async () => {
  await chooseList('Rejected', 2);
  await tabTo('Sample');
  for (const key of ['x', 'j', 'x'] as const) await page.keyboard.press(key);
  await sidebarText(page, '2 selected');
  await tabTo('Close…', 'back');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why they need nobody any more');
  await page.keyboard.type('PATIENT LEFT');
  await tabTo('Close 2 claims');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'No claim waits to be corrected and sent again.');
  await expect.poll(focus).toBe('2 claims closed.');
  await looksRight();
  const closed = await Promise.all(ids.slice(0, 2).map((id) => desk.client.claim(id)));
  expect(closed.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  expect(closed[0]?.events.at(-1)?.fact).toEqual({ type: 'closed', reason: 'PATIENT LEFT' });
  await chooseList('All', 5);
  expect(await rows()).toBe(5);
});

test('in a wide window every list stands there with its count, and nothing is cut off', async () => {
  await page.setViewport({ width: 1000, height: 800 });
  await page.waitForFunction(
    () => [...document.querySelectorAll('.choice')].some((each) => each.textContent === 'Denied 1'),
    IN_ANY_TAB,
  );
  await looksRight();
});

test('the history names what was sent and what came back, with the hash of each file, and no patient in its address', async () => {
  const history = await desk.browser.newPage();
  await history.goto(`${OPTIONS_URL.replace('options', 'history')}?claim=${ids[2]}`);
  await sidebarText(history, 'Proof of timely filing');
  await sidebarText(history, 'A test: it went to no payer and proves nothing');
  await sidebarText(history, '_999.999');
  const hashes = await history.$$eval('.hash', (all) => all.map((each) => each.textContent));
  expect(hashes.length).toBeGreaterThan(3);
  for (const hash of hashes) expect(hash).toMatch(/^[0-9a-f]{64}$/);
  expect(await troubles(history)).toEqual([]);
  await history.close();
});
