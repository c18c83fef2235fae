/** The chart changes faster than the page: what came too late, came back, or stayed is not the new patient's. */
import type { CaptureNote } from '@claimside/shared/capture';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEhrSites,
  IN_ANY_TAB,
  type LaunchedBrowser,
  launchBrowser,
  openOptions,
  pageScriptReady,
} from '../browser/index.ts';
import { ask } from './extension.ts';
import { type EhrServer, startEhr } from './index.ts';

let ehr: EhrServer;
let launched: LaunchedBrowser;
let browser: Browser;
let asker: Page;

beforeAll(async () => {
  ehr = await startEhr();
  launched = await launchBrowser();
  browser = launched.browser;
  await addEhrSites(
    browser,
    ['openemr', 'plain'].map((name) => ehr.origin(name)),
  );
  asker = await openOptions(browser);
});
afterAll(async () => {
  await launched?.close();
  await ehr?.close();
});

const MARTA = 1;
const TOBIAS = 2;
const WHILE_OPENING: CaptureNote = {
  code: 'unconfirmed-patient',
  message:
    "The patient was changed while this visit was opening. Open the visit again, so that it is surely this patient's.",
};
const STAYED: CaptureNote = {
  code: 'unconfirmed-patient',
  message:
    "The patient changed and these services did not. Reload the page, so that they are surely this patient's.",
};

test('a visit that was opened before the patient changed, and came after, is not surely the new patient`s until opened anew', async () => {
  const page = await open(ehr.url);
  await chart(page, TOBIAS);
  await page.setRequestInterception(true);
  const held = new Promise<() => Promise<void>>((done) =>
    page.on('request', (request) => {
      const isSheet = request.url().includes('fee_sheet') && request.url().includes(`set_pid=${MARTA}`);
      if (isSheet) done(() => request.continue());
      else void request.continue();
    }),
  );
  await page.evaluate(`openEncounter(${MARTA})`);
  const release = await held;
  expect((await read(page)).binding.patient).toContain('marta');
  await aHandsTime(page);
  await page.evaluate(`setPatient(${TOBIAS})`);
  await release();
  await sheetOf(page, MARTA);
  await page.evaluate("showTab('enc')");
  const late = await read(page);
  expect(late.binding.patient).toContain('tobias');
  expect(late.notes).toContainEqual(WHILE_OPENING);
  expect(late.lines.every(({ procedureCode }) => procedureCode.confidence <= 0.7)).toBe(true);

  await page.evaluate(`openEncounter(${TOBIAS})`);
  await sheetOf(page, TOBIAS);
  const anew = await read(page);
  expect(anew.notes).toEqual([]);
  expect(anew.lines[0]?.procedureCode).toMatchObject({ value: '99395', confidence: 0.98 });
  await page.close();
});

test('a visit that the Back button brings back is not surely the patient`s whom the banner names now', async () => {
  const page = await open(ehr.url);
  await sheetOf(page, MARTA);
  await chart(page, TOBIAS);
  expect((await read(page)).binding.patient).toContain('tobias');
  await page.evaluate('history.back()');
  await sheetOf(page, MARTA);
  const back = await read(page);
  expect(back.lines[0]?.procedureCode.value).toBe('99214');
  expect(back.binding.patient).toContain('tobias');
  expect(back.notes).toContainEqual(WHILE_OPENING);
  await page.close();
});

test('services that stay where they were when a page changes its patient are not surely the new one`s', async () => {
  const page = await open(`${ehr.origin('plain')}/plain/visit`);
  const before = await read(page);
  expect(before.notes).toEqual([]);
  await page.evaluate(`
    const values = [...document.querySelectorAll('body *')].filter((e) => e.children.length === 0);
    for (const element of values) element.textContent = element.textContent.replace('Marta', 'Tobias').replace('04/12/1978', '02/03/1990');
    for (const input of document.querySelectorAll('input')) input.value = input.value.replace('Marta', 'Tobias').replace('04/12/1978', '02/03/1990');
  `);
  const after = await read(page);
  expect(after.binding.patient).toContain('tobias');
  expect(after.notes).toContainEqual(STAYED);
  expect(after.lines[0]?.procedureCode.confidence).toBeLessThanOrEqual(0.7);
  // The page draws the services anew.
  await page.evaluate(
    "for (const body of document.querySelectorAll('tbody')) body.innerHTML = body.innerHTML",
  );
  expect((await read(page)).notes).toEqual([]);
  await page.close();
});

async function open(url: string): Promise<Page> {
  const page = await browser.newPage();
  await page.goto(url);
  await pageScriptReady(page);
  return page;
}

async function chart(page: Page, pid: number): Promise<void> {
  await page.evaluate(`openEncounter(${pid})`);
  await sheetOf(page, pid);
}

/** No person chooses another patient sooner after they opened a visit. */
async function aHandsTime(page: Page): Promise<void> {
  const now = await page.evaluate(() => performance.now());
  await page.waitForFunction((then) => performance.now() > then + 150, IN_ANY_TAB, now);
}

async function sheetOf(page: Page, pid: number): Promise<void> {
  const frame = await page.waitForFrame((inner) => inner.url().includes(`fee_sheet&set_pid=${pid}`));
  await frame.waitForFunction(() => document.readyState === 'complete', IN_ANY_TAB);
}

const read = (page: Page) => ask(asker, page.url(), { type: 'page/read' });
