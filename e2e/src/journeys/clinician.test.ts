/** What a clinician sees: visits, and how their claims stand; never what was paid. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  IN_ANY_TAB,
  OPTIONS_URL,
  openSidebar,
  pressBill,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { type Desk, openDesk } from './desk.ts';
import { progressShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;
let sidebar: Frame;

beforeAll(async () => {
  desk = await openDesk([], { role: 'clinician' });
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const button = (words: string) => `::-p-xpath(//button[normalize-space(.)="${words}"])`;
async function bill(visit: number, memberId: string): Promise<void> {
  ({ page, sidebar } = await billVisit(desk, visit, memberId));
}
const words = (view: Frame | Page) => view.evaluate(() => document.body.textContent ?? '');

test('a rejected claim says why and where; who billed it corrects it and sends it again, and sees that it is paid, not how much', async () => {
  await bill(9601, 'CHREJECT1');
  await progressShows(sidebar, 'rejected-by-clearinghouse');
  // The second answer, which has the codes, moves what stands below its words.
  await sidebarText(sidebar, 'The payer does not know this member.');
  await sidebarText(sidebar, 'Correct it and send it again, or leave it to a biller.');
  expect(await words(sidebar)).not.toContain('$');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Correct and send again'));
  await sidebarText(sidebar, 'Nothing is changed yet.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'w123456789');
  await pressBill(page, sidebar, 'Send again');
  expect((await progressShows(sidebar, 'paid')).steps.at(-1)).toMatch(/paid on the claim$/);
  expect(await words(sidebar)).not.toContain('$');
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('a claim that is paid in part is a biller`s to work; the copay that was taken keeps its receipt', async () => {
  page = await desk.openChart(`${desk.stage.ehr.url}?member=PARTIAL1&encounter=2026-11-12 (9602)`);
  sidebar = await openSidebar(page);
  await clickInSidebar(page, sidebar, button('Take payment'));
  await typeInSidebar(page, sidebar, 'patientPaidAmount', '25');
  await pressBill(page, sidebar);
  const shown = await progressShows(sidebar, 'partly-paid');
  expect(shown.why).toContain('Paid in part. A biller works on the rest.');
  const said = await words(sidebar);
  expect(said.match(/\$[\d.,]+/g)).toEqual(['$25.00', '$25.00']);
  expect(said).toContain('Receipt, $25.00 of 2026-11-12');
  expect(said).not.toContain('Superbill');
  expect(await troubles(page, sidebar)).toEqual([]);
  const opened = desk.browser.waitForTarget((target) => target.url().includes('/paper.html'));
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[contains(., "Receipt, $25.00")])');
  const receipt = await (await opened).page();
  if (!receipt) throw new Error('no tab');
  await sidebarText(receipt, 'We received $25.00. Thank you.');
  await receipt.close();
});

test('a denied claim says why, and that a biller works on it; the lists are of how claims stand', async () => {
  await bill(9603, 'DENY1');
  const { why } = await progressShows(sidebar, 'denied');
  expect(why).toContain('An authorization is missing or does not fit what was done.');
  expect(why).toContain('A biller works on this. If a code or the note was wrong, tell them what is right.');
  await clickInSidebar(page, sidebar, '::-p-xpath(//*[@role="tab"][contains(., "Claims")])');
  await sidebarText(sidebar, 'No claim waits to be corrected and sent again.');
  const lists = () =>
    sidebar.$$eval('.list-select option', (options) => options.map((one) => one.textContent));
  await expect.poll(lists).toEqual(['Rejected (0)', 'Denied (1)', 'In progress (0)', 'All (3)']);
  await sidebar.select('.list-select', 'all');
  await sidebar.waitForFunction(() => document.querySelectorAll('.claim-row').length === 3, IN_ANY_TAB);
  expect(await words(sidebar)).not.toContain('$');
  expect(await troubles(page, sidebar)).toEqual([]);
  await sidebar.type('input[aria-label^="Search claims"]', '421.00');
  await sidebarText(sidebar, 'No claim in this list fits.');
});

test.each([
  ['reports', 'Reports are for billers and admins.'],
  ['patients', 'The list of all patients is for billers and admins.'],
  ['history.html?claim=any', 'The whole history of a claim is for billers and admins.'],
  ['options', 'Clinician: bills visits and sees how their claims stand'],
])('the page of %s says who may', async (name, sentence) => {
  page = await desk.openChart(
    OPTIONS_URL.replace('options.html', name.includes('.') ? name : `${name}.html`),
  );
  await sidebarText(page, sentence);
  expect(await troubles(page)).toEqual([]);
});
