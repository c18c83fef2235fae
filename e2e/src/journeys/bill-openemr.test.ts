/** A visit in the OpenEMR look-alike: read, corrected, billed, received as one 837P, paid; with the mouse and by keyboard. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import {
  clickInSidebar,
  edgeTab,
  IN_ANY_TAB,
  openSidebar,
  pressBill,
  sidebarFrame,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownClaim, shownVisit } from './shown.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const UNITS = 'input[data-path="serviceLines.1.units"]';

test('the sidebar shows the visit as it stands in the chart, and what it comes to', async () => {
  page = await desk.openChart(desk.stage.ehr.url);
  expect(await shownVisit(await openSidebar(page))).toEqual({
    patient: 'Quintero, Marta L 1978-04-12 F',
    address: '12 Example Lane, Springfield, IL 62704 · 217-555-0188',
    coverage: 'Aetna 60054 · W123456789 · self',
    visit: '2026-11-16 · Halvorsen, Ingrid · Office 11',
    diagnoses: ['A M54.50', 'B I10', 'C E11.9'],
    lines: [
      '99214 | 25 | B C | 1 | $185.00',
      '97110 | GP | A | 2 | $96.00',
      '20610 | RT 59 | A | 1 | $140.00',
    ],
    total: 'Total charge $421.00',
    more: [],
    findings: [],
    button: 'Bill this visit · $421.00 to Aetna',
  });
});

test('a visit is corrected, billed by a click, received as one 837P and paid, all beside the chart', async () => {
  page = await desk.openChart(desk.stage.ehr.url);
  const sidebar = await openSidebar(page);

  await typeInSidebar(page, sidebar, 'serviceLines.1.units', '0');
  await sidebarText(sidebar, '1 thing to fix before this visit can be billed');
  expect(await besideLine(sidebar, 2)).toEqual([
    'To fix: The units must be more than zero. Type how many, or remove the line.',
  ]);
  expect(await sidebar.$eval(UNITS, (input) => input.getAttribute('aria-invalid'))).toBe('true');
  expect(await sidebar.$eval('.button.main', (button) => button.getAttribute('aria-disabled'))).toBe('true');

  await typeInSidebar(page, sidebar, 'serviceLines.1.units', '3');
  await sidebarText(sidebar, 'The charge is still that of the units before.');
  expect(
    await sidebar.$eval(UNITS, (input) => [
      input.classList.contains('from-by-hand'),
      input.getAttribute('aria-description'),
    ]),
  ).toEqual([true, 'Changed by hand; the page says “2”']);
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[.="Charge $144.00"])');
  await sidebarText(sidebar, 'Bill this visit · $469.00 to Aetna');

  await sidebar.evaluate(() => document.documentElement.setAttribute('data-same-document', 'yes'));
  await pressBill(page, sidebar);
  const paid = await claimShows(sidebar, 'paid');
  expect(paid).toEqual({
    status: 'Paid',
    why: '',
    money: 'charge $469.00 = paid $375.20 + contract $93.80 + patient $0.00 + other $0.00 + open $0.00',
    steps: [
      'Read from the chart',
      'Checked',
      'Queued for Sandbox clearinghouse',
      'Sent to Sandbox clearinghouse',
      'Sandbox clearinghouse accepted the file',
      'Sandbox clearinghouse accepted the claim',
      'The payer accepted the claim',
      'AETNA paid $375.20',
    ],
  });
  expect(await sidebar.$eval('html', (html) => html.getAttribute('data-same-document'))).toBe('yes');

  const [sent, ...others] = await sentFiles(desk.stage.sandbox);
  if (!sent) throw new Error('nothing arrived');
  expect(others).toEqual([]);
  const [, date, time, number] = sent.file.name.match(/^OATEST_837P_(\d{8})_(\d{6})_(\d{8,9})\.txt$/) ?? [];
  const [claimNumber] = sent.claimNumbers;
  expect(sent.segments).toEqual([
    `ISA*00*          *00*          *ZZ*123456789      *ZZ*330897513      *${date?.slice(2)}*${time?.slice(0, 4)}*^*00501*${number?.padStart(9, '0')}*0*P*:`,
    `GS*HC*123456789*330897513*${date}*${time?.slice(0, 4)}*${number}*X*005010X222A1`,
    'ST*837*0001*005010X222A1',
    `BHT*0019*00*${date}${number}*${date}*${time?.slice(0, 4)}*CH`,
    'NM1*41*2*TESTVILLE FAMILY PRACTICE*****46*123456789',
    'PER*IC*BILLING OFFICE*TE*2175550100',
    'NM1*40*2*OFFICE ALLY*****46*330897513',
    'HL*1**20*1',
    'PRV*BI*PXC*261QP2300X',
    'NM1*85*2*TESTVILLE FAMILY PRACTICE*****XX*1234567893',
    'N3*1 EXAMPLE STREET',
    'N4*SPRINGFIELD*IL*627010001',
    'REF*EI*123456789',
    'HL*2*1*22*0',
    'SBR*P*18*86044-011******CI',
    'NM1*IL*1*QUINTERO*MARTA*L***MI*W123456789',
    'N3*12 EXAMPLE LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    'NM1*PR*2*AETNA*****PI*60054',
    `CLM*${claimNumber}*469***11:B:1*Y*A*Y*Y`,
    'HI*ABK:M5450*ABF:I10*ABF:E119',
    'NM1*82*1*HALVORSEN*INGRID****XX*1245319599',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*185*UN*1***2:3',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L1`,
    'LX*2',
    'SV1*HC:97110:GP*144*UN*3***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L2`,
    'LX*3',
    'SV1*HC:20610:RT:59*140*UN*1***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L3`,
    'SE*35*0001',
    `GE*1*${number}`,
    `IEA*1*${number?.padStart(9, '0')}`,
  ]);
  expect((await desk.claims()).map((claim) => claim.patientControlNumber)).toEqual([claimNumber]);

  await clickInSidebar(page, sidebar, '[aria-label="Close, back to the chart (Esc)"]');
  expect(await shownClaim(await openSidebar(page))).toEqual(paid);
  await page.reload();
  const again = await openSidebar(page);
  expect(await shownClaim(again)).toEqual(paid);
  expect(await again.$$('.bill-bar')).toEqual([]);
  expect(await desk.claims()).toHaveLength(1);
});

describe('without a mouse', () => {
  test('the edge tab`s Enter opens, Ctrl+Enter bills, Escape goes back to the field of the chart', async () => {
    page = await desk.openChart(`${desk.stage.ehr.url}?set_pid=2`);
    const sheet = await page.waitForFrame((frame) => frame.url().includes('fee_sheet'));
    const search = await sheet.waitForSelector('input[name=search_term]');
    await search?.focus();
    await (await edgeTab(page)).focus();
    await page.keyboard.press('Enter');
    const sidebar = await sidebarFrame(page);
    await sidebarText(sidebar, 'Bill this visit · $160.00 to Blue Cross Blue Shield of Illinois');
    await sidebar.waitForSelector('.button.main:not([aria-disabled])');
    await page.keyboard.down('Control');
    await page.keyboard.press('Enter');
    await page.keyboard.up('Control');
    expect(await claimShows(sidebar, 'paid')).toMatchObject({
      money: 'charge $160.00 = paid $128.00 + contract $32.00 + patient $0.00 + other $0.00 + open $0.00',
    });
    await page.keyboard.press('Escape');
    await sheet.waitForFunction(() => document.hasFocus(), IN_ANY_TAB);
    await page.keyboard.type('knee');
    expect(await search?.evaluate((input) => (input as HTMLInputElement).value)).toBe('knee');
  });
});

/** What stands below a service line. */
function besideLine(sidebar: Frame, position: number): Promise<(string | undefined)[]> {
  return sidebar.$$eval(`.line:nth-child(${position}) .finding p`, (all) =>
    all.map((one) => one.textContent?.replace(/\s+/g, ' ').trim()),
  );
}
