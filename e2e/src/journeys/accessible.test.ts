/**
 * axe-core finds nothing to complain of in the states of each view, also at 200 % zoom and in forced colours; nothing is cut off.
 * States that only a journey comes to are looked at there.
 */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clickInSidebar,
  IN_ANY_TAB,
  launchBrowser,
  OPTIONS_URL,
  openOptions,
  openSidebar,
  pressBill,
  setUpBrowser,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { isPaneOverPage } from '../teach/teacher.ts';
import { type Desk, openDesk } from './desk.ts';
import { holdQuestion } from './hold-question.ts';
import { claimShows, shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

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
const plain = (query = '') => `${desk.stage.ehr.origin('plain')}/plain/visit${query}`;

async function opened(url: string) {
  const page = await desk.openChart(url);
  return { page, sidebar: await openSidebar(page) };
}

describe('this visit', () => {
  test('ready, with a finding, on its way, billed; the claims, the payments', async () => {
    const { page, sidebar } = await opened(desk.stage.ehr.url);
    await shownVisit(sidebar);
    expect(await troubles(page, sidebar)).toEqual([]);

    for (const group of ['patient', 'coverage', 'visit'])
      await clickInSidebar(page, sidebar, `[aria-label="Change ${group}"]`);
    await typeInSidebar(page, sidebar, 'serviceLines.1.units', '0');
    await sidebarText(sidebar, 'The units must be more than zero.');
    expect(await troubles(page, sidebar)).toEqual([]);

    await typeInSidebar(page, sidebar, 'serviceLines.1.units', '2');
    const question = await holdQuestion(sidebar);
    await pressBill(page, sidebar);
    await question.asked();
    await sidebarText(sidebar, 'Sending');
    expect(await troubles(page, sidebar)).toEqual([]);
    await question.letGo();
    await claimShows(sidebar, 'paid');
    expect(await troubles(page, sidebar)).toEqual([]);

    await clickInSidebar(page, sidebar, tab('Claims'));
    await sidebar.waitForSelector('.list-select');
    await sidebar.select('.list-select', 'all');
    await sidebar.waitForSelector('.claim-row');
    expect(await troubles(page, sidebar)).toEqual([]);

    await clickInSidebar(page, sidebar, tab('Payments'));
    await sidebarText(sidebar, 'Posted, balanced');
    expect(await troubles(page, sidebar)).toEqual([]);
  });

  test('read, but not for certain', async () => {
    const { page, sidebar } = await opened(plain('?vague=1'));
    await sidebarText(sidebar, 'Look at 2 values before billing');
    expect(await troubles(page, sidebar)).toEqual([]);
  });

  test('of a page that shows two patients', async () => {
    const { page, sidebar } = await opened(`${desk.stage.ehr.url}?set_pid=2`);
    await shownVisit(sidebar);
    await page.$$eval('a.ptName span', ([name]) => {
      if (name) name.textContent = 'Other Sample';
    });
    await sidebarText(sidebar, 'Nothing can be billed while the page shows two patients.');
    expect(await troubles(page, sidebar)).toEqual([]);
  });

  test('in Chrome`s side panel, of a tab that has no page of ours', async () => {
    const page = await desk.browser.newPage();
    await page.goto(OPTIONS_URL.replace('options', 'sidebar'));
    await page.waitForSelector('main .state');
    expect(await troubles(page)).toEqual([]);
    await page.close();
  });

  test('rejected by the clearinghouse', async () => {
    const { page, sidebar } = await opened(`${desk.stage.ehr.url}?set_pid=2&member=CHREJECT1`);
    await pressBill(page, sidebar);
    await claimShows(sidebar, 'rejected-by-clearinghouse');
    expect(await troubles(page, sidebar)).toEqual([]);
  });

  test('with everything that a claim and a line may carry, open at once', async () => {
    const { page, sidebar } = await opened(plain('?relationship=child'));
    await clickInSidebar(page, sidebar, '[aria-label="Line 1, more"]');
    await sidebar.evaluate(openEverything);
    expect(await troubles(page, sidebar)).toEqual([]);
  });
});

test('a page without a visit, and teaching it', async () => {
  const { page, sidebar } = await opened(`${desk.stage.ehr.origin('plain')}/odd/4711/visit`);
  await sidebar.waitForSelector('main .state');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '::-p-xpath(//main//button[starts-with(., "Teach")])');
  await sidebar.waitForSelector('.teach-row');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '.teach-row [aria-label^="Point at"]');
  await page.waitForFunction(isPaneOverPage, IN_ANY_TAB);
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('the options page', async () => {
  const options = await openOptions(desk.browser);
  await sidebarText(options, 'Browsers of the practice');
  await options.waitForSelector('[aria-label^="Revoke "]');
  expect(await troubles(options)).toEqual([]);
});

test('before the browser is paired, and as a clinician, who may do less', async () => {
  const { browser, close } = await launchBrowser();
  try {
    const address = (name: string) => OPTIONS_URL.replace('options', name);
    const page = await browser.newPage();
    await page.goto(address('sidebar'));
    await sidebarText(page, 'Pair this browser with your practice');
    expect(await troubles(page)).toEqual([]);
    await page.goto(address('options'));
    await sidebarText(page, 'Pair this browser');
    expect(await troubles(page)).toEqual([]);

    const code = await desk.client.pairingCode('clinician');
    await setUpBrowser(browser, {
      serverUrl: desk.stage.server.url,
      code,
      ehrs: [desk.stage.ehr.origin('plain')],
    });
    const chart: Page = await browser.newPage();
    await chart.goto(plain('?date=2026-11-17'));
    const sidebar = await openSidebar(chart);
    await shownVisit(sidebar);
    expect(await troubles(chart, sidebar)).toEqual([]);
    await page.goto(address('options'));
    await sidebarText(page, 'This browser');
    expect(await troubles(page)).toEqual([]);
  } finally {
    await close();
  }
});

test('while the server is down', async () => {
  const { page, sidebar } = await opened(plain('?date=2026-11-18'));
  await shownVisit(sidebar);
  await desk.stage.stopServer();
  await sidebarText(sidebar, 'What you see may be old; it tries again by itself.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await desk.stage.restartServer();
});
