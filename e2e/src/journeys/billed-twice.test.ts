/** A visit that its page names in another way than before looks like another one: a person is asked before it is billed again. */
import type { Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

/** The same patient, date and codes; only the visit's number in the banner is another. */
async function openAndBill(number: number) {
  await page?.close();
  page = await desk.openChart(`${desk.stage.ehr.url}?encounter=2026-11-16 (${number})`);
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, 'Bill this visit · $421.00');
  await pressBill(page, sidebar);
  return sidebar;
}
const button = (label: string) => `::-p-xpath(//button[.="${label}"])`;

test('the same patient, date and codes again: nothing is sent until a person looked and says it is another visit', async () => {
  await sidebarText(await openAndBill(9101), 'Queued');
  const sidebar = await openAndBill(9102);
  await sidebarText(sidebar, 'Not sent. A claim with the same patient, date and codes was billed on 20');
  expect(await desk.claims()).toHaveLength(1);
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, button('Open it'));
  await sidebarText(sidebar, 'Queued');
  await clickInSidebar(page, sidebar, button('Back to this visit'));
  await clickInSidebar(page, sidebar, button('Bill it all the same: it is another visit'));
  await sidebarText(sidebar, 'Queued');
  expect(await desk.claims()).toHaveLength(2);
});
