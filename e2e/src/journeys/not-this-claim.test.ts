/** A payment names the number of a claim, and is another's: a biller takes it off, with the reason, and gives it to the right one. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

let desk: Desk;
let side: SidePage;
let ids: string[];
beforeAll(async () => {
  desk = await openDesk();
  ids = await billed(desk, ['W1', 'SILENT2']);
  await settled(desk, ids, ['paid', 'file-accepted']);
  side = await openSidePage(desk);
});
afterAll(() => desk?.close());

const paid = () =>
  Promise.all(ids.map((id) => desk.client.claim(id))).then((all) => all.map(({ money }) => money.paid > 0));

test('taken off by the keyboard, it waits with the reason, and is given to another claim', async () => {
  const { page, focus, tabTo, toTab, press, looksRight } = side;
  expect(await paid()).toEqual([true, false]);
  await toTab('Claims');
  await tabTo('List');
  await page.keyboard.type('All');
  await tabTo('Sampleone');
  await page.keyboard.press('Enter');
  await tabTo('Not this claim’s');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why is it not this claim’s?');
  await looksRight();
  await page.keyboard.press('Escape');
  await expect.poll(focus).toMatch(/^Not this claim’s: A/);
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why is it not this claim’s?');
  await page.keyboard.type('THE EOB NAMES ANOTHER DAY');
  await tabTo('Take it off this claim');
  await press();
  await sidebarText(page, 'Taken back from this claim by a person');
  await expect.poll(focus).toContain('With payer');
  await looksRight();
  expect(await paid()).toEqual([false, false]);

  await page.keyboard.press('Escape');
  await tabTo('List', 'back');
  await page.keyboard.type('Unm');
  await sidebarText(page, 'THE EOB NAMES ANOTHER DAY');
  await looksRight();
  await page.evaluate(() => {
    const other = [...document.querySelectorAll('.suggestion')].find((each) =>
      each.textContent?.includes('Sampletwo'),
    );
    other?.querySelector('input')?.click();
  });
  await tabTo('It is this claim');
  await press();
  await page.waitForFunction(() => document.body.textContent.includes('Nothing is unmatched.'), IN_ANY_TAB);
  expect(await paid()).toEqual([false, true]);
});
