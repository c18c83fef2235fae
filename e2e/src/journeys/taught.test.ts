/** An EHR that nobody knows: a biller teaches its visit page by clicks, another browser of the practice bills by it. */
import type { Role } from '@claimside/shared/api';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openSidebar,
  pressBill,
  setUpBrowser,
  sidebarText,
} from '../browser/index.ts';
import { isPaneOverPage } from '../teach/teacher.ts';
import { type Desk, openDesk } from './desk.ts';
import { progressShows, shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
const others: LaunchedBrowser[] = [];
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  for (const { close } of others) await close();
  await desk?.close();
});

const visitAddress = (chart: string, query = ''): string =>
  `${desk.stage.ehr.origin('odd')}/odd/${chart}/visit${query}`;

/** A browser of its own that the practice paired for this role. */
async function browserOf(role: Role) {
  const launched = await launchBrowser();
  others.push(launched);
  await setUpBrowser(launched.browser, {
    serverUrl: desk.stage.server.url,
    code: await desk.client.pairingCode(role),
    ehrs: [desk.stage.ehr.origin('odd')],
  });
  return async (url: string): Promise<{ page: Page; sidebar: Frame }> => {
    const page = await launched.browser.newPage();
    await page.goto(url);
    return { page, sidebar: await openSidebar(page) };
  };
}

/** Presses the row's Point, clicks the place in the page, and waits until the row shows what is read. */
async function teach(page: Page, sidebar: Frame, words: string, place: string, shows: string): Promise<void> {
  await clickInSidebar(page, sidebar, `[aria-label="Point at ${words}"]`);
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  const element = await page.waitForSelector(place);
  const box = await element?.boundingBox();
  await page.mouse.click((box?.x ?? 0) + 6, (box?.y ?? 0) + (box?.height ?? 0) / 2);
  await sidebar.waitForFunction(
    (label, value) =>
      document
        .querySelector(`[aria-label="Point at ${label}"]`)
        ?.closest('.teach-row')
        ?.querySelector('.teach-value')
        ?.textContent?.includes(value),
    IN_ANY_TAB,
    words,
    shows,
  );
}

const PLACES = [
  ["the patient's whole name", '.fullname', 'Quintero, Marta'],
  ["the patient's birth date", '.world', '1978-04-12'],
  ["the patient's sex", '.being', 'F'],
  ['the date of service', '.v-seen', '2026-11-16'],
  ["the treating provider's name", '.v-seenby', 'Halvorsen, Ingrid'],
  ['the diagnoses of this visit', '.why-words', 'M54.50 I10 E11.9'],
  ['the list of services', '.ws-words', '99214 97110 20610'],
  ["the payer's name", '.v-pays', 'Aetna'],
  ['the member ID', '.v-card', 'W123456789'],
  ['the group number', '.v-bundle', '86044-011'],
  ["the patient's relationship to the insured", '.v-holder', '18'],
] as const;
const ADDRESS = [
  ["the patient's street", '.v-lives', '12 Example Lane'],
  ["the patient's city", '.v-town', 'Springfield'],
  ["the patient's state", '.v-region', 'IL'],
  ["the patient's ZIP code", '.v-mailcode', '62704'],
] as const;

const UNSAVED = [
  ["the patient's whole name", '.fullname', 'Quintero, Marta'],
  ['the member ID', '.v-card', 'W123456789'],
  ['the group number', '.v-bundle', '86044-011'],
] as const;

const LOOKS_RIGHT = '::-p-xpath(//button[normalize-space(.)="Looks right"])';

// Before the site is taught for the practice, which a lesson would begin with.
test('a reload while teaching keeps the lesson in its tab, and nothing of the patient; a person may begin anew', async () => {
  const openAsBiller = await browserOf('biller');
  const { page, sidebar } = await openAsBiller(visitAddress('4712'));
  const begin =
    '::-p-xpath(//main//button[contains(., "eaching this page") or contains(., "Teach Claimside this page")])';
  await clickInSidebar(page, sidebar, begin);
  for (const [words, place, shows] of UNSAVED) await teach(page, sidebar, words, place, shows);
  const stored = (frame: Frame) =>
    frame.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  await expect.poll(() => stored(sidebar)).toContain('Card says');
  expect(await stored(sidebar)).not.toMatch(/quintero|marta|W123456789|86044/i);

  await page.reload();
  const again = await openSidebar(page);
  await clickInSidebar(page, again, begin);
  await sidebarText(again, 'Going on with what was taught in this tab before the page was loaded again.');
  await again.waitForSelector('[aria-label="Remove member ID"]');
  expect(await troubles(page, again)).toEqual([]);
  await clickInSidebar(page, again, '::-p-xpath(//button[normalize-space(.)="Begin anew"])');
  await again.waitForFunction(() => !document.body.textContent?.includes('Going on with'), IN_ANY_TAB);
  await again.waitForSelector('.teach-row');
  expect(await again.$('[aria-label="Remove member ID"]')).toBeNull();
  expect(await stored(again)).not.toContain('Card says');
});

test('taught by a biller, read and billed by a clinician in another browser, and what is stored holds nothing of the patient', async () => {
  const openAsBiller = await browserOf('biller');
  const { page, sidebar } = await openAsBiller(visitAddress('4711'));
  await clickInSidebar(page, sidebar, '::-p-xpath(//main//button[contains(., "Teach Claimside this page")])');
  for (const [words, place, shows] of PLACES) await teach(page, sidebar, words, place, shows);
  await sidebarText(sidebar, 'Needed for billing too: street, city, state, ZIP.');
  for (const [words, place, shows] of ADDRESS) await teach(page, sidebar, words, place, shows);
  await sidebarText(sidebar, 'Nothing is missing for billing.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "Save for the practice")])');
  await sidebarText(sidebar, 'Saved for the practice');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[normalize-space(.)="Back"])');
  // The biller's own page is read by it at once.
  expect((await shownVisit(sidebar)).patient).toBe('Quintero, Marta 1978-04-12 F');

  const stored = await (await desk.client.api.recipes.$get()).text();
  expect(stored).toContain('taught-odd-localhost');
  expect(stored).not.toMatch(/quintero|marta|1978|W123456789|86044|springfield|62704|aetna|4711|99214|M54/i);

  const openAsClinician = await browserOf('clinician');
  const other = await openAsClinician(visitAddress('18', '?set_pid=2'));
  expect((await shownVisit(other.sidebar)).patient).toBe('Examplesson, Tobias 1990-02-03 M');
  const visit = await openAsClinician(visitAddress('17', '?set_pid=1'));
  expect(await shownVisit(visit.sidebar)).toMatchObject({
    patient: 'Quintero, Marta 1978-04-12 F',
    coverage: 'Aetna 60054 · W123456789 · self',
    diagnoses: ['A M54.50', 'B I10', 'C E11.9'],
    lines: [
      '99214 | 25 | B C | 1 | $185.00',
      '97110 | GP | A | 2 | $96.00',
      '20610 | RT 59 | A | 1 | $140.00',
    ],
    total: 'Total charge $421.00',
  });
  // A name that stands in one piece never splits for certain.
  await clickInSidebar(visit.page, visit.sidebar, LOOKS_RIGHT);
  await pressBill(visit.page, visit.sidebar);
  await progressShows(visit.sidebar, 'paid');
  const [claim] = await desk.claims();
  expect(claim?.claim.patient.lastName).toBe('Quintero');
});

test('when the product renames its parts, what has a label is read on, the rest is told, and can be taught again', async () => {
  const openAsBiller = await browserOf('biller');
  const { page, sidebar } = await openAsBiller(visitAddress('4711', '?version=renamed'));
  await sidebarText(sidebar, 'This page looks different from when it was taught: diagnoses, services.');
  await sidebar.waitForSelector('::-p-xpath(//button[starts-with(., "Teach")])');
  expect(await troubles(page, sidebar)).toEqual([]);
});
