/** A payment that names no number of ours is given to its claim by a person, and then the claim is paid. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const button = (words: string) => `::-p-xpath(//button[normalize-space(.)="${words}"])`;

/** Bills a visit whose payment comes under foreign numbers, and opens the list where that waits. */
async function billed(visit: number): Promise<Frame> {
  const encounter = `2026-11-1${visit % 10} (${visit})`;
  page = await desk.openChart(`${desk.stage.ehr.url}?member=FOREIGN${visit}&encounter=${encounter}`);
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, `FOREIGN${visit}`);
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'with-payer');
  await clickInSidebar(page, sidebar, '::-p-xpath(//*[@role="tab"][contains(., "Claims")])');
  // Needs you leads there, and the focus goes along.
  const way = '::-p-xpath(//button[contains(., "no claim for certain: say whose it is")])';
  await sidebar.waitForSelector(way);
  await sidebar.focus(way);
  await page.keyboard.press('Enter');
  await sidebar.waitForSelector('.answer');
  await sidebar.waitForFunction(() => document.activeElement?.id === 'unmatched-answers', IN_ANY_TAB);
  return sidebar;
}

const textOf = (sidebar: Frame, selector: string) =>
  sidebar.$$eval(selector, (found) => found.map((each) => each.textContent?.replace(/\s+/g, ' ').trim()));

/** The words of what has the focus. */
const focused = (sidebar: Frame, words: string) =>
  sidebar.waitForFunction(
    (expected) => document.activeElement?.textContent?.includes(expected),
    IN_ANY_TAB,
    words,
  );

test('what came stands beside the likeliest claim; accepted, the claim is paid and nothing waits', async () => {
  const sidebar = await billed(9201);
  await sidebarText(sidebar, 'AETNA paid $336.80 for QUINTERO, MARTA');
  expect(await textOf(sidebar, '.side-by-side tbody tr')).toEqual([
    'PatientQUINTERO, MARTAQuintero, Martasame',
    'Member IDnot saidFOREIGN9201',
    'Service date2026-11-112026-11-11same',
    'Charge$421.00$421.00same',
    'PayerAETNAAetnasame',
    expect.stringMatching(/^Claim numberACCT-\d{6}C\w{9}$/),
  ]);
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('It is this claim'));
  await sidebarText(sidebar, 'Nothing is unmatched.');
  expect(await textOf(sidebar, '.unmatched .status')).toEqual(['Matched']);
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, button('Open'));
  expect(await claimShows(sidebar, 'paid')).toMatchObject({
    money: expect.stringContaining('charge $421.00 = paid $336.80 + contract $84.20'),
  });
  await sidebarText(sidebar, 'matched with this claim by a person');
  const remittances = await (await desk.client.api.remittances.search.$post({ json: {} })).json();
  expect(remittances).toMatchObject({ remittances: [{ state: 'posted', reason: null }], waiting: 0 });
});

test('by keys: searched and matched by hand, the next one has the focus and is set aside with a reason', async () => {
  await (await billed(9202)).page().close();
  const sidebar = await billed(9203);
  await sidebar.waitForFunction(() => document.querySelectorAll('.answer').length === 2, IN_ANY_TAB);
  await sidebar.waitForSelector('.list-select');
  await sidebar.select('.list-select', 'unmatched');
  for (let tabs = 0; tabs < 20 && !(await isFirstButton(sidebar)); tabs += 1)
    await page.keyboard.press('Tab');
  await page.keyboard.press('n');
  await sidebar.waitForFunction(() => document.activeElement?.matches('.way input'), IN_ANY_TAB);
  await page.keyboard.type('Quintero');
  await sidebar.waitForSelector('.way .claim-row');
  expect(await troubles(page, sidebar)).toEqual([]);
  await page.keyboard.press('Escape');
  await focused(sidebar, 'It is this claim');
  await sidebar.waitForFunction(() => !document.activeElement?.hasAttribute('aria-disabled'), IN_ANY_TAB);
  await page.keyboard.press('Enter');
  await sidebar.waitForFunction(() => document.querySelectorAll('.answer').length === 1, IN_ANY_TAB);
  await focused(sidebar, 'It is this claim');

  await page.keyboard.press('d');
  await sidebar.waitForFunction(() => document.activeElement?.matches('.way input'), IN_ANY_TAB);
  await page.keyboard.type('Billed by the old system');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Set it aside'));
  await sidebarText(sidebar, 'Nothing is unmatched.');
  expect(await textOf(sidebar, '.unmatched .status')).toEqual(['Set aside', 'Matched']);
  await sidebar.waitForFunction(() => document.activeElement?.matches('.unmatched'), IN_ANY_TAB);
});

test('matched by hand to the wrong claim, taken back in its timeline, matched to the right one: both are right to the cent', async () => {
  await (await billed(9204)).page().close();
  const sidebar = await billed(9205);
  await sidebar.waitForFunction(() => document.querySelectorAll('.answer').length === 2, IN_ANY_TAB);
  const ofClaim = (day: string) =>
    `::-p-xpath((//fieldset[contains(@class, "answer")])[1]//label[contains(., "${day}")]//input)`;
  await clickInSidebar(page, sidebar, ofClaim('2026-11-15'));
  await clickInSidebar(page, sidebar, button('It is this claim'));
  await sidebarText(sidebar, 'Decided just now');
  await clickInSidebar(page, sidebar, button('Open'));
  await claimShows(sidebar, 'paid');
  await clickInSidebar(page, sidebar, TAKE_BACK);
  await sidebarText(sidebar, 'as if it had never come');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, TAKE_BACK);
  await sidebarText(sidebar, 'Taken back from this claim by a person');
  expect(await claimShows(sidebar, 'with-payer')).toMatchObject({
    money: expect.stringContaining('charge $421.00 = paid $0.00'),
  });
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, '#back-to-claims');
  await sidebarText(sidebar, 'from the claim of Quintero, Marta, 2026-11-15');
  await clickInSidebar(page, sidebar, ofClaim('2026-11-14'));
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('It is this claim'));
  await sidebar.waitForFunction(() => document.querySelectorAll('.answer').length === 1, IN_ANY_TAB);
  expect(await paidOn('2026-11-14')).toEqual({ paid: 33_680, open: 0 });
  expect(await paidOn('2026-11-15')).toEqual({ paid: 0, open: 42_100 });
});

/** In the opened claim; the list behind it has one, too. */
const TAKE_BACK = '::-p-xpath(//*[@class="opened"]//button[normalize-space(.)="Take it back"])';

/** Of the visit of that day. */
async function paidOn(day: string) {
  const claim = (await desk.claims()).find(({ serviceDate }) => serviceDate === day);
  return claim && { paid: claim.money.paid, open: claim.money.open };
}

const isFirstButton = (sidebar: Frame) =>
  sidebar.evaluate(() => document.activeElement?.matches('.answer .first') ?? false);
