/** Pages that are loaded anew for everything and post back to their own address: Office Ally Practice Mate. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, openSidePanel, pressBill, sidebarText } from '../browser/index.ts';
import { NEXT_VISIT } from '../ehr/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';

const HOST = 'pm.officeally.com';
const LOOKS_RIGHT = '::-p-xpath(//button[normalize-space(.)="Looks right"])';
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk([HOST]);
});
afterAll(() => desk?.close());

const address = (rest: string) => `${desk.stage.ehr.originAs(HOST)}/pm/${rest}`;

/** The patient's own page, once it is read, and then the visit's. */
async function openVisitByPatient(id: number): Promise<Page> {
  const page = await desk.openChart(
    address(`ManagePatients/EditPatient.aspx?Tab=P&PageAction=edit&PID=${id}`),
  );
  await sidebarText(await openSidebar(page), 'No visit is in sight.');
  await page.goto(address(`PatientVisits/EditVisit.aspx?Tab=V&PageAction=edit&ID=${id}`));
  return page;
}

async function postBack(page: Page, link: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(`#${link}`)]);
}

const MARTA = {
  patient: 'Quintero, Marta L 1978-04-12 F',
  address: '12 Example Lane, Springfield, IL 62704 · 217-555-0188',
  coverage: 'Aetna 60054 · W123456789 · self',
  visit: '2026-11-16 · Halvorsen, Ingrid · Office 11',
  diagnoses: ['A M54.50', 'B I10', 'C E11.9'],
  lines: ['99214 | 25 | B C | 1 | $185.00', '97110 | GP | A | 2 | $96.00', '20610 | RT 59 | A | 1 | $140.00'],
  total: 'Total charge $421.00',
};

test('a postback to another patient: the draft is kept, nothing of it is in the other visit, and it is there again', async () => {
  const page = await openVisitByPatient(1);
  const panel = await openSidePanel(desk.browser, page);
  const frame = panel.mainFrame();
  expect(await shownVisit(frame)).toMatchObject(MARTA);
  const modifiers = 'input[data-path="serviceLines.0.modifiers"]';
  await panel.click(modifiers);
  await frame.$eval(modifiers, (input) => (input as HTMLInputElement).select());
  await panel.keyboard.type('25 gt');
  await panel.keyboard.press('Enter');
  await frame.locator(LOOKS_RIGHT).click();
  await frame.waitForSelector('.bill-bar .button.main:not([aria-disabled="true"])');

  await postBack(page, NEXT_VISIT);
  await sidebarText(frame, 'This is now another chart. The draft for Marta Quintero is kept');
  expect(await shownVisit(frame)).toMatchObject({
    patient: 'Examplesson, Tobias 1990-02-03 M',
    // Nobody passed his own page.
    address: 'Address not known',
    coverage: 'Blue Cross Blue Shield of Illinois 00621 · XOF900111222',
    visit: '2026-11-18 · Halvorsen, Ingrid · Office 11',
    diagnoses: ['A Z00.00'],
    lines: ['99395 |  | A | 1 | $160.00'],
    findings: [
      'To fix: Missing: street, city, state, ZIP. Open the demographics in the chart or type it.',
      'To fix: What the patient is to the insured person is missing. Choose self, spouse, child or other.',
      'To look at: Rendering provider: read, but not for certain. The page says “Halvorsen, Ingrid”. Compare it with the chart.',
    ],
  });

  await postBack(page, NEXT_VISIT);
  await sidebarText(frame, 'Quintero, Marta');
  expect((await shownVisit(frame)).lines[0]).toBe('99214 | 25 GT | B C | 1 | $185.00');
  expect(await desk.claims()).toEqual([]);
  await panel.close();
  await page.close();
});

test('what the page holds now is billed, not what it was loaded with, and the claim holds what the patient page said', async () => {
  const page = await openVisitByPatient(1);
  const sidebar = await openSidebar(page);
  expect(await shownVisit(sidebar)).toEqual({
    ...MARTA,
    more: [],
    findings: [
      'To look at: Rendering provider: read, but not for certain. The page says “Halvorsen, Ingrid”. Compare it with the chart.',
    ],
    button: 'Bill this visit · $421.00 to Aetna',
  });
  const charge = 'ctl00_phFolderContent_ucVisitLineItem_ucBillingCPT_Charge2';
  await page.$eval(`#${charge}`, (box) => {
    (box as HTMLInputElement).value = '150.00';
    box.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await sidebarText(sidebar, 'Bill this visit · $431.00 to Aetna');
  await clickInSidebar(page, sidebar, LOOKS_RIGHT);
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');

  const [sent, ...others] = await sentFiles(desk.stage.sandbox);
  expect(others).toEqual([]);
  const [claimNumber] = sent?.claimNumbers ?? [];
  expect(sent?.segments.slice(13, -3)).toEqual([
    'HL*2*1*22*0',
    'SBR*P*18*86044-011******CI',
    'NM1*IL*1*QUINTERO*MARTA*L***MI*W123456789',
    'N3*12 EXAMPLE LANE',
    'N4*SPRINGFIELD*IL*62704',
    'DMG*D8*19780412*F',
    'NM1*PR*2*AETNA*****PI*60054',
    `CLM*${claimNumber}*431***11:B:1*Y*A*Y*Y`,
    'HI*ABK:M5450*ABF:I10*ABF:E119',
    'NM1*82*1*HALVORSEN*INGRID****XX*1245319599',
    'PRV*PE*PXC*207Q00000X',
    'LX*1',
    'SV1*HC:99214:25*185*UN*1***2:3',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L1`,
    'LX*2',
    'SV1*HC:97110:GP*96*UN*2***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L2`,
    'LX*3',
    'SV1*HC:20610:RT:59*150*UN*1***1',
    'DTP*472*D8*20261116',
    `REF*6R*${claimNumber}L3`,
  ]);
  // A postback after that shows the claim, not a visit to bill again.
  await postBack(page, 'ctl00_phFolderContent_lnkRefresh');
  await claimShows(await openSidebar(page), 'paid');
  expect(await desk.claims()).toHaveLength(1);
});
