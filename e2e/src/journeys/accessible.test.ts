/** axe-core finds nothing to complain of in any view, in a real Chromium. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  openOptions,
  openSidebar,
  pressBill,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { complaints } from './complaints.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows, shownVisit } from './shown.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk?.close());

/** Adds each section that can be added, in every place that the first line and the claim have. */
async function openEverything(): Promise<void> {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  for (;;) {
    const [more] = [...document.querySelectorAll<HTMLElement>('.add-section button')];
    if (!more) return;
    more.click();
    await drawn();
    const [option] = [...document.querySelectorAll<HTMLElement>('.combobox.inline [role="option"]')];
    if (!option) return;
    option.click();
    await drawn();
  }
}

const tab = (name: string) => `::-p-xpath(//*[@role="tab"][contains(., "${name}")])`;

test('this visit, a finding, the claim, the claims, the payments', async () => {
  const page = await desk.openChart(desk.stage.ehr.url);
  const sidebar = await openSidebar(page);
  await shownVisit(sidebar);
  expect(await complaints(sidebar)).toEqual([]);

  for (const group of ['patient', 'coverage', 'visit'])
    await clickInSidebar(page, sidebar, `[aria-label="Change ${group}"]`);
  await typeInSidebar(page, sidebar, 'serviceLines.1.units', '0');
  await sidebarText(sidebar, 'The units must be more than zero.');
  expect(await complaints(sidebar)).toEqual([]);

  await typeInSidebar(page, sidebar, 'serviceLines.1.units', '2');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');
  expect(await complaints(sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, tab('Claims'));
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "All")])');
  await sidebar.waitForSelector('.claim-row');
  expect(await complaints(sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, tab('Payments'));
  await sidebarText(sidebar, 'Posted, balanced');
  expect(await complaints(sidebar)).toEqual([]);
});

test('everything that a claim and a line may carry, open at once', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?relationship=child`);
  const sidebar = await openSidebar(page);
  await clickInSidebar(page, sidebar, '[aria-label="Line 1, more"]');
  await sidebar.evaluate(openEverything);
  expect(await complaints(sidebar)).toEqual([]);
});

test('the options page', async () => {
  const options = await openOptions(desk.browser);
  await sidebarText(options, 'Browsers of the practice');
  await options.waitForSelector('[aria-label^="Revoke "]');
  expect(await complaints(options)).toEqual([]);
});
