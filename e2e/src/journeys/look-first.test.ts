/** What was read, but not for certain, is looked at by a person before the visit can be billed; a correction is marked. */
import type { Frame, KeyInput, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { edgeTab, openSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

const focusedPath = (sidebar: Frame): Promise<string | undefined> =>
  sidebar.evaluate(() => document.activeElement?.getAttribute('data-path') ?? undefined);

async function chord(page: Page, key: KeyInput): Promise<void> {
  await page.keyboard.down(key);
  await page.keyboard.press('Enter');
  await page.keyboard.up(key);
}

/** The bar's sentence, and whether its button is awake. */
const bar = (sidebar: Frame) =>
  sidebar.evaluate(() => {
    const button = document.querySelector('.bill-bar .button.main');
    return [
      document.querySelector('#bill-reason')?.textContent,
      button?.getAttribute('aria-disabled') === 'true' ? 'asleep' : 'awake',
    ];
  });

const dotOf = async (page: Page): Promise<string | undefined> =>
  (await edgeTab(page)).$eval('.dot', (dot) => dot.getAttribute('data-state') ?? undefined);

test('before the sidebar was opened, the tab calls a visit ready only where all was read for certain', async () => {
  const address = `${desk.stage.ehr.origin('plain')}/plain/visit`;
  const sure = await desk.openChart(address);
  await expect.poll(() => dotOf(sure)).toBe('ready');
  const vague = await desk.openChart(`${address}?vague=1`);
  await expect.poll(() => dotOf(vague)).toBe('look');
  const price = await desk.openChart(address);
  await price.$$eval('th', (all) => {
    for (const header of all) if (/charge|price|fee/i.test(header.textContent)) header.textContent = 'Price';
  });
  await expect.poll(() => dotOf(price)).toBe('look');
  await Promise.all([sure.close(), vague.close(), price.close()]);
});

test('one key goes to each value, one press says that it looks right, and only then it can be billed', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?vague=1`);
  const sidebar = await openSidebar(page);
  expect(await shownVisit(sidebar)).toMatchObject({
    patient: 'Quintero, Marta 1978-04-12 F',
    findings: [
      'To look at: ZIP: read, but not for certain. The page says “62704”, and “62705” at another place. See in the chart which is right.',
      'To look at: Last name, first name: read, but not for certain. The page says “Quintero, Marta” in one piece; where last and first name part is a guess. Compare it with the chart.',
    ],
  });
  expect(await bar(sidebar)).toEqual(['Look at 2 values before billing', 'asleep']);

  // The keys that bill and that apply a fix call nothing right that nobody went to: the second goes there.
  await sidebar.focus('.bill-bar .link');
  await chord(page, 'Control');
  await chord(page, 'Alt');
  await expect.poll(() => focusedPath(sidebar)).toBe('patient.lastName');
  expect(await bar(sidebar)).toEqual(['Look at 2 values before billing', 'asleep']);

  await page.keyboard.press('F8');
  await expect.poll(() => focusedPath(sidebar)).toBe('patient.address.postalCode');
  await page.keyboard.press('F8');
  await expect.poll(() => focusedPath(sidebar)).toBe('patient.lastName');
  await chord(page, 'Alt');
  await expect.poll(() => bar(sidebar)).toEqual(['Look at 1 value before billing', 'asleep']);

  await page.keyboard.press('F8');
  await expect.poll(() => focusedPath(sidebar)).toBe('patient.address.postalCode');
  await typeInSidebar(page, sidebar, 'patient.address.postalCode', '62705');
  await expect.poll(() => bar(sidebar)).toEqual(['', 'awake']);
  await sidebarText(sidebar, 'ZIP changed by hand');

  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');
  const [sent] = await sentFiles(desk.stage.sandbox);
  expect(sent?.segments).toContain('NM1*IL*1*QUINTERO*MARTA****MI*W123456789');
  expect(sent?.segments).toContain('N4*SPRINGFIELD*IL*62705');
});
