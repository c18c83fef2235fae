/** A visit page without insurance: that of an earlier claim of the same patient is offered, taken by one press, and billed. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;
let asked: string[];

beforeAll(async () => {
  desk = await openDesk();
  for (const visit of ['date=2026-11-16', 'date=2026-10-26&member=OLDER0001']) {
    const sidebar = await open(visit);
    await pressBill(page, sidebar);
    await desk.newestClaimOnce('paid');
  }
});
afterAll(() => desk?.close());

/** In a tab of its own, which has passed no other page of the chart. */
async function open(visit: string): Promise<Frame> {
  await page?.close();
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?${visit}`);
  asked = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/')) asked.push(`${request.url()} ${request.postData()}`);
  });
  return openSidebar(page);
}

const NEWEST = 'Use the coverage of the claim of 2026-11-16: Aetna · W123456789 · with sex and address';
const OLDER = 'Use the coverage of the claim of 2026-10-26: Aetna · OLDER0001 · with sex and address';
const named = (label: string) => `::-p-xpath(//button[.="${label}"])`;
const offers = (sidebar: Frame) =>
  sidebar.$$eval('.use-earlier', (buttons) => buttons.map((button) => button.textContent));
/** Once the element that has the focus reads so. */
const focusOn = (sidebar: Frame, text: string) =>
  sidebar.waitForFunction((label) => document.activeElement?.textContent === label, IN_ANY_TAB, text);

test('nothing is asked and nothing offered where the page shows the coverage', async () => {
  const sidebar = await open('date=2026-10-20');
  await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');
  expect(await offers(sidebar)).toEqual([]);
  expect(asked.filter((request) => request.includes('/claims/coverages'))).toEqual([]);
});

test('offered with its date, taken by a press, undone, taken from the keyboard, billed: the 837P holds it', async () => {
  const sidebar = await open('date=2026-10-19&shows=less');
  await sidebar.waitForSelector(named(NEWEST));
  expect(await offers(sidebar)).toEqual([NEWEST, OLDER]);
  expect(await shownVisit(sidebar)).toMatchObject({
    address: 'Address not known',
    coverage: 'Coverage not known',
  });
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, named(OLDER));
  await focusOn(sidebar, 'Undo');
  expect(await shownVisit(sidebar)).toMatchObject({
    address: '12 Example Lane, Springfield, IL 62704',
    coverage: 'Aetna 60054 · OLDER0001 · self',
    button: 'Bill this visit · $421.00 to Aetna',
  });
  expect(
    await sidebar.$eval('[data-path-shown="coverage.memberId"]', (value) => [
      value.classList.contains('from-earlier-claim'),
      value.getAttribute('aria-description'),
    ]),
  ).toEqual([true, 'From the claim of 2026-10-26']);
  expect(await troubles(page, sidebar)).toEqual([]);

  await page.keyboard.press('Enter');
  await focusOn(sidebar, NEWEST);
  expect(await shownVisit(sidebar)).toMatchObject({
    address: 'Address not known',
    coverage: 'Coverage not known',
  });
  await page.keyboard.press('Enter');
  await focusOn(sidebar, 'Undo');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');

  const sent = (await sentFiles(desk.stage.sandbox)).at(-1)?.segments ?? [];
  expect(
    sent.filter((segment) => /^(SBR|NM1\*(IL|PR)|N3|N4|DMG|DTP\*472)/.test(segment)).slice(2, 9),
  ).toEqual([
    'SBR*P*18*86044-011******CI',
    'NM1*IL*1*QUINTERO*MARTA****MI*W123456789',
    'N3*12 EXAMPLE LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    'NM1*PR*2*AETNA*****PI*60054',
    'DTP*472*D8*20261019',
  ]);
  const wanted = asked.filter((request) => request.includes('/claims/coverages'));
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.join()).not.toMatch(/quintero|marta|1978|W123456789/i);
});
