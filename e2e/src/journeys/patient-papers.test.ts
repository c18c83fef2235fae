/** What a patient takes home: a receipt for the copay, the superbill once insurance has paid, a statement of what is left; and the form for paper. */
import { pdfText } from '@claimside/server/pdf-text';
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  IN_ANY_TAB,
  openSidebar,
  pressBill,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;
let sidebar: Frame;

beforeAll(async () => {
  desk = await openDesk();
  page = await desk.openChart(`${desk.stage.ehr.url}?member=PARTIAL1`);
  sidebar = await openSidebar(page);
  await sidebarText(sidebar, 'PARTIAL1');
});
afterAll(() => desk?.close());

const button = (words: string) => `::-p-xpath(//button[contains(normalize-space(.), "${words}")])`;

/** Presses in the sidebar what opens a paper; gives its tab, once the paper is there. */
async function openPaper(words: string): Promise<Page> {
  const opened = desk.browser.waitForTarget((target) => target.url().includes('/paper.html'));
  await clickInSidebar(page, sidebar, button(words));
  const paper = await (await opened).page();
  if (!paper) throw new Error('no tab');
  await paper.waitForSelector('.sheet');
  return paper;
}

const shown = (paper: Page) =>
  paper.$$eval('.sheet :is(h1, h2, p, dt, dd, th, td, span)', (parts) =>
    parts.map((part) => part.textContent).join(' '),
  );

/** What the PDF says that the page saves. */
async function saved(paper: Page, words = 'Save as PDF'): Promise<string> {
  await paper.evaluate(() => {
    const made = URL.createObjectURL;
    URL.createObjectURL = (content: Blob) => {
      void content.arrayBuffer().then((bytes) => {
        document.documentElement.dataset.saved = btoa(String.fromCharCode(...new Uint8Array(bytes)));
      });
      return made(content);
    };
  });
  await clickOn(paper, button(words));
  await paper.waitForFunction(() => document.documentElement.dataset.saved !== undefined, IN_ANY_TAB);
  const bytes = await paper.evaluate(() => document.documentElement.dataset.saved ?? '');
  return (await pdfText(Buffer.from(bytes, 'base64'))).join(' ');
}

async function clickOn(paper: Page, selector: string): Promise<void> {
  const found = await paper.waitForSelector(selector);
  await found?.click();
}

test('the copay taken at the visit has its receipt as soon as the visit is billed, and lessens what insurance leaves', async () => {
  await clickInSidebar(page, sidebar, '[aria-label="Change patient paid"]');
  await typeInSidebar(page, sidebar, 'patientPaidAmount', '25');
  await pressBill(page, sidebar);
  await sidebarText(sidebar, 'The patient paid $25.00');
  const receipt = await openPaper('Receipt, $25.00');
  const words = await shown(receipt);
  expect(words).toContain('We received $25.00. Thank you.');
  expect(await saved(receipt)).toContain('We received $25.00. Thank you.');
  const { patientName } = (await desk.claims())[0] ?? { patientName: '' };
  for (const part of patientName.split(', ')) expect(receipt.url()).not.toContain(part);
  expect(await receipt.title()).toBe('Receipt');
  expect(await troubles(receipt)).toEqual([]);
  await receipt.close();
});

test('once insurance has paid, the superbill says what it did, and is offered by itself where something is owed', async () => {
  const { money } = await claimShows(sidebar, 'partly-paid');
  expect(money).toContain('patient $107.36 ($25.00 of it paid)');
  await sidebarText(sidebar, '$82.36 is left to the patient.');
  expect(await troubles(page, sidebar)).toEqual([]);
  const superbill = await openPaper('Open the superbill');
  const said = [await shown(superbill), await saved(superbill)];
  for (const words of said)
    for (const part of [
      'Superbill after insurance',
      'Insurance paid -$229.44',
      'You have paid -$25.00',
      'You owe $82.36',
    ])
      expect(words).toContain(part);
  expect(await troubles(superbill)).toEqual([]);
  // What insurance did is not left out for anybody.
  expect(await superbill.$('.paper-tools select')).toBeNull();
  await superbill.close();
});

test('the statement of the patient asks for what is left', async () => {
  const statement = await openPaper('Statement of the patient');
  for (const words of [await shown(statement), await saved(statement)]) {
    expect(words).toContain('Please pay $82.36.');
    expect(words).toContain('How to pay');
  }
  expect(await troubles(statement)).toEqual([]);
  await statement.close();
});

test('the form for payers that take paper is looked over box by box, and saved for the form', async () => {
  const form = await openPaper('CMS-1500 for paper');
  expect(await shown(form)).toContain('29 Amount paid 25 00');
  const [claim] = await desk.claims();
  const words = await saved(form, 'Save PDF for the red form');
  expect(words).toContain(claim?.patientControlNumber);
  expect(words).toContain('421 00');
  expect(await troubles(form)).toEqual([]);
  await form.close();
});

test('a patient without insurance: the visit has its superbill before anything is billed, and no address names the patient', async () => {
  const visit = await desk.openChart(
    `${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-11-17&member=SELF1`,
  );
  const beside = await openSidebar(visit);
  await sidebarText(beside, 'SELF1');
  const opened = desk.browser.waitForTarget((target) => target.url().includes('kind=self-pay'));
  await clickInSidebar(visit, beside, button('Superbill: the patient pays without insurance'));
  const superbill = await (await opened).page();
  if (!superbill) throw new Error('no tab');
  await superbill.waitForSelector('.sheet');
  const words = await shown(superbill);
  expect(words).toContain('Marta Quintero');
  expect(words).toContain('To pay');
  expect(words).not.toContain('SELF1');
  expect(await saved(superbill)).toContain('To pay');
  expect(superbill.url()).not.toMatch(/quintero/i);
  expect(await troubles(superbill)).toEqual([]);
  expect(await desk.claims()).toHaveLength(1);
  await superbill.close();
});
