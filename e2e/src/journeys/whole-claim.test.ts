/** Claims that need more than a plain visit: asked for by an edit, or entered by hand, and found again in the 837P. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  addInSidebar,
  chooseInSidebar,
  clickInSidebar,
  IN_ANY_TAB,
  openSidebar,
  pressBill,
  sidebarText,
  typeInSidebar,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows, shownVisit } from './shown.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

/** The claim of the newest file, from its subscriber on. */
async function newestClaim(): Promise<string[]> {
  const sent = (await sentFiles(desk.stage.sandbox)).at(-1);
  return (sent?.segments ?? []).slice(13, -3);
}

/** The name of the section that has the focus, and the path of the field in it. */
const focused = (sidebar: Frame) =>
  sidebar.evaluate(() => {
    const at = document.activeElement;
    return [at?.closest('.extra')?.getAttribute('aria-label') ?? '', at?.getAttribute('data-path') ?? ''];
  });

test('a section is removed and brought back by keyboard alone', async () => {
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  const sidebar = await openSidebar(page);
  await shownVisit(sidebar);
  await addInSidebar(page, sidebar, 'this claim', 'box 10');
  expect(await focused(sidebar)).toEqual(['Accident', 'relatedCauses']);
  await page.keyboard.press('Space');
  await sidebarText(sidebar, 'to fix before this visit can be billed');
  await sidebar.focus('[aria-label="Remove Accident"]');
  await page.keyboard.press('Enter');
  await sidebarText(sidebar, 'Accident removed.');
  await sidebar.waitForFunction(() => document.activeElement?.textContent === 'Undo', IN_ANY_TAB);
  await page.keyboard.press('Enter');
  await sidebar.waitForFunction(
    () => document.activeElement instanceof HTMLInputElement && document.activeElement.checked,
    IN_ANY_TAB,
  );
  expect(await focused(sidebar)).toEqual(['Accident', 'relatedCauses']);
});

test('spinal treatment for Medicare: the edit opens the section, and what is typed there is sent', async () => {
  page = await desk.openChart(`${desk.stage.ehr.url}?member=1EG4-TE5-MK73`);
  const sidebar = await openSidebar(page);
  await shownVisit(sidebar);
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await clickInSidebar(page, sidebar, 'input[role="combobox"][data-path="coverage.payerId"]');
  await page.keyboard.type('medicare');
  await page.keyboard.press('Enter');
  await sidebarText(sidebar, 'to Medicare Part B');
  await sidebarText(sidebar, 'to fix before this visit can be billed');
  await page.keyboard.down('Alt');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Alt');
  await sidebarText(sidebar, 'Medicare Part B 12102 · 1EG4TE5MK73 · self');
  expect(await sidebar.$('[aria-label="Spinal treatment"]')).toBe(null);

  await typeInSidebar(page, sidebar, 'serviceLines.1.procedureCode', '98941');
  await sidebar.waitForSelector('[aria-label="Spinal treatment"] input[data-path="initialTreatmentDate"]');
  await typeInSidebar(page, sidebar, 'serviceLines.1.modifiers', 'at');
  await typeInSidebar(page, sidebar, 'serviceLines.1.units', '1');
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[.="Charge $48.00"])');
  await sidebarText(sidebar, '1 to know');
  await page.keyboard.press('F8');
  await sidebar.waitForFunction(
    () => document.activeElement?.getAttribute('data-path') === 'initialTreatmentDate',
    IN_ANY_TAB,
  );
  expect(await focused(sidebar)).toEqual(['Spinal treatment', 'initialTreatmentDate']);
  await page.keyboard.type('11/02/2026');
  await page.keyboard.press('Enter');
  await chooseInSidebar(sidebar, 'spinalManipulation.natureOfCondition', 'A');
  await sidebarText(sidebar, '1 thing to fix');
  await typeInSidebar(page, sidebar, 'acuteManifestationDate', '10/30/2026');
  await clickInSidebar(page, sidebar, '[aria-label="Done with Spinal treatment"]');
  expect((await shownVisit(sidebar)).more).toEqual([
    'Spinal treatment initial treatment 2026-11-02 · Acute · acute since 2026-10-30',
  ]);

  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');
  const segments = await newestClaim();
  expect(segments).toEqual(
    expect.arrayContaining([
      'DTP*454*D8*20261102',
      'DTP*453*D8*20261030',
      'CR2********A',
      'SV1*HC:98941:AT*48*UN*1***1',
    ]),
  );
});

test('a secondary claim entered by hand: the other payer and what it did stand in the 837P', async () => {
  page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  const sidebar = await openSidebar(page);
  await shownVisit(sidebar);
  await addInSidebar(page, sidebar, 'this claim', 'secondary');
  await chooseInSidebar(sidebar, 'coverage.rank', 'S');
  const other = 'otherCoverages.0';
  await clickInSidebar(page, sidebar, `input[role="combobox"][data-path="${other}.payer.id"]`);
  await page.keyboard.type('cigna');
  await page.keyboard.press('Enter');
  await chooseInSidebar(sidebar, `${other}.rank`, 'P');
  await chooseInSidebar(sidebar, `${other}.relationshipToSubscriber`, '18');
  await typeInSidebar(page, sidebar, `${other}.subscriber.memberId`, 'u55500017');
  await typeInSidebar(page, sidebar, `${other}.paidAmount`, '250');
  await typeInSidebar(page, sidebar, `${other}.payer.adjudicationDate`, '11/20/2026');
  const adjustments = [
    ['CO', '45', '100'],
    ['PR', '2', '71'],
  ] as const;
  for (const [index, [group, reason, amount]] of adjustments.entries()) {
    await clickInSidebar(page, sidebar, `button[data-path="${other}.adjustments"]`);
    await chooseInSidebar(sidebar, `${other}.adjustments.${index}.group`, group);
    await typeInSidebar(page, sidebar, `${other}.adjustments.${index}.reason`, reason);
    await typeInSidebar(page, sidebar, `${other}.adjustments.${index}.amount`, amount);
  }
  await sidebarText(sidebar, 'The claim’s charge $421.00 = paid $250.00 + adjusted $171.00.');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');

  const segments = await newestClaim();
  expect(segments.filter((one) => one.startsWith('SBR'))).toEqual([
    'SBR*S*18*86044-011******CI',
    'SBR*P*18*******CI',
  ]);
  const from = segments.indexOf('SBR*P*18*******CI');
  expect(segments.slice(from + 1, segments.indexOf('LX*1'))).toEqual([
    'CAS*CO*45*100',
    'CAS*PR*2*71',
    'AMT*D*250',
    'OI***Y***Y',
    'NM1*IL*1*QUINTERO*MARTA****MI*U55500017',
    'NM1*PR*2*CIGNA*****PI*62308',
    'DTP*573*D8*20261120',
  ]);
});
