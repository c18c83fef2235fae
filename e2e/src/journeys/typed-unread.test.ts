/** What was typed and can't be read is never billed as the value that stood there before. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  openSidebar,
  pressOnceInSidebar,
  sidebarText,
  typeInSidebar,
  typeOverInSidebar,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const BILL = '.bill-bar .button.main';
const COPAY = 'input[data-path="patientPaidAmount"]';
const UNITS = 'input[data-path="serviceLines.0.units"]';

async function ctrlEnter(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
}

const held = (sidebar: Frame) =>
  sidebar.evaluate((bill) => {
    const isAsleep = document.querySelector(bill)?.getAttribute('aria-disabled') === 'true';
    const found = [...document.querySelectorAll('.visit .finding.tone-bad p')].map((row) => row.textContent);
    return { isAsleep, said: document.querySelector('#bill-reason')?.textContent, found };
  }, BILL);

test('a press and Ctrl+Enter right after typing send nothing until it is mended', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  const sidebar = await openSidebar(page);
  await sidebar.waitForSelector(`${BILL}:not([aria-disabled="true"])`);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[normalize-space(.)="Take payment"])');
  await typeOverInSidebar(page, sidebar, COPAY, '25.o0');
  await pressOnceInSidebar(page, sidebar, BILL);
  await expect
    .poll(() => held(sidebar))
    .toMatchObject({
      isAsleep: true,
      said: expect.stringContaining('1 thing to fix before this visit can be billed'),
      found: ['To fix: Patient paid: “25.o0” can’t be read. Write an amount such as 185.00.'],
    });

  await typeOverInSidebar(page, sidebar, UNITS, '3x');
  await ctrlEnter(page);
  await expect.poll(async () => (await held(sidebar)).found).toHaveLength(2);
  // The field is where it is mended, and the bar's sentence goes to the others.
  expect(await sidebar.$eval(UNITS, (field) => field === document.activeElement)).toBe(true);
  expect(await troubles(page, sidebar)).toEqual([]);
  await page.keyboard.press('F8');
  await expect.poll(() => sidebar.$eval(UNITS, (field) => field === document.activeElement)).toBe(true);
  await page.keyboard.press('F8');
  await expect.poll(() => sidebar.$eval(COPAY, (field) => field === document.activeElement)).toBe(true);
  expect(await sentFiles(desk.stage.sandbox)).toEqual([]);

  await typeInSidebar(page, sidebar, 'serviceLines.0.units', '3');
  await typeOverInSidebar(page, sidebar, COPAY, '30');
  // One more error, typed and taken back with Escape, is none.
  await page.keyboard.press('Enter');
  await page.keyboard.type('x');
  await page.keyboard.press('Escape');
  await sidebar.waitForSelector(`${BILL}:not([aria-disabled="true"])`);
  await sidebarText(sidebar, 'Copay taken $30.00');
  await ctrlEnter(page);
  await claimShows(sidebar, 'paid');
  const [sent] = await sentFiles(desk.stage.sandbox);
  expect(sent?.segments).toContain('AMT*F5*30');
  expect(sent?.segments.find((segment) => segment.startsWith('SV1*'))).toMatch(/\*UN\*3\*/);
});

test('what is typed to search a list and not chosen is no choice, and is given up with Escape', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-11-18`);
  const sidebar = await openSidebar(page);
  await sidebar.waitForSelector(`${BILL}:not([aria-disabled="true"])`);
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await clickInSidebar(page, sidebar, 'input[data-path="coverage.payerId"]');
  await page.keyboard.type('Blue Cr');
  await ctrlEnter(page);
  await expect
    .poll(() => held(sidebar))
    .toMatchObject({
      isAsleep: true,
      found: ['To fix: Payer: “Blue Cr” can’t be read. Choose one from the list.'],
    });
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, 'input[data-path="coverage.payerId"]');
  await page.keyboard.press('Escape');
  await sidebar.waitForSelector(`${BILL}:not([aria-disabled="true"])`);
  expect((await held(sidebar)).found).toEqual([]);
});
