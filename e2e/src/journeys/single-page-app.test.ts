/** An app that changes charts without loading a page, whose codes are in its components alone: Medplum's own client and parts. */
import type { Frame } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  addEhrSites,
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
beforeAll(async () => {
  desk = await openDesk();
  await addEhrSites(desk.browser, [desk.stage.ehr.origin('medplum')]);
});
afterAll(() => desk?.close());

const chartOf = (patient: string) => `${desk.stage.ehr.origin('medplum')}/Patient/${patient}`;

/** Every pair of patient and services that the sidebar draws from now on. */
async function watchCards(sidebar: Frame): Promise<() => Promise<string[]>> {
  await sidebar.evaluate(() => {
    const seen = new Set<string>();
    Object.assign(window, { seen });
    new MutationObserver(() => {
      const patient = document.querySelector('.head-title')?.textContent?.split(',')[0] ?? '';
      for (const code of document.querySelectorAll<HTMLInputElement>('input[data-path$=".procedureCode"]'))
        seen.add(`${patient} ${code.value}`);
    }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
  return () => sidebar.evaluate(() => [...(window as unknown as { seen: Set<string> }).seen].sort());
}

/** Waits until the card of this service is drawn. */
const cardShows = (sidebar: Frame, code: string) =>
  sidebar.waitForFunction(
    (wanted) =>
      document.querySelector<HTMLInputElement>('input[data-path="serviceLines.0.procedureCode"]')?.value ===
      wanted,
    IN_ANY_TAB,
    code,
  );

test('codes are read from the components, the charts change and never mix, and each claim holds its own', async () => {
  const page = await desk.openChart(chartOf('1/Encounter/4711'));
  await sidebarText(page, 'Calculated Price');
  expect(await page.$eval('#root', (root) => root.innerHTML)).not.toMatch(/99214|97110|20610|M54\.50|E11\.9/);
  const sidebar = await openSidebar(page);
  await cardShows(sidebar, '99214');
  expect(await shownVisit(sidebar)).toMatchObject({
    patient: 'Quintero, Marta L 1978-04-12 F',
    address: '12 Example Lane, Springfield, IL 62704 · 217-555-0188',
    coverage: 'Aetna 60054 · W123456789 · self',
    visit: '2026-11-16 · Halvorsen, Ingrid · Office 11',
    diagnoses: ['A M54.50', 'B I10', 'C E11.9'],
    // The product has no pointers: they are asked.
    lines: ['99214 | 25 |  | 1 | $185.00', '97110 | GP |  | 2 | $96.00', '20610 | RT 59 |  | 1 | $140.00'],
  });
  for (const [line, letters] of ['B C', 'A', 'A'].entries())
    await typeInSidebar(page, sidebar, `serviceLines.${line}.diagnosisPointers`, letters);
  await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');

  const cards = await watchCards(sidebar);
  const moveTo = (room: string) => page.click(`::-p-xpath(//a[.="${room}"])`);
  for (let turns = 0; turns < 3; turns += 1) {
    await moveTo('Room 2');
    await cardShows(sidebar, '99395');
    await sidebarText(sidebar, 'The draft for Marta Quintero is kept');
    await page.goBack();
    await cardShows(sidebar, '99214');
  }
  expect((await shownVisit(sidebar)).lines[0]).toBe('99214 | 25 | B C | 1 | $185.00');
  // Away and back before anything of the other chart has come.
  await moveTo('Room 2');
  await moveTo('Room 1');
  await cardShows(sidebar, '99214');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');

  await moveTo('Room 2');
  await cardShows(sidebar, '99395');
  await typeInSidebar(page, sidebar, 'serviceLines.0.diagnosisPointers', 'A');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');
  expect(await cards()).toEqual(['Examplesson 99395', 'Quintero 20610', 'Quintero 97110', 'Quintero 99214']);

  const told = /^(NM1\*IL|N3|DMG|HI|SV1|DTP\*472)/;
  expect(
    (await sentFiles(desk.stage.sandbox)).map(({ segments }) =>
      segments.slice(13).filter((one) => told.test(one)),
    ),
  ).toEqual([
    [
      'NM1*IL*1*QUINTERO*MARTA*L***MI*W123456789',
      'N3*12 EXAMPLE LANE',
      'DMG*D8*19780412*F',
      'HI*ABK:M5450*ABF:I10*ABF:E119',
      'SV1*HC:99214:25*185*UN*1***2:3',
      'DTP*472*D8*20261116',
      'SV1*HC:97110:GP*96*UN*2***1',
      'DTP*472*D8*20261116',
      'SV1*HC:20610:RT:59*140*UN*1***1',
      'DTP*472*D8*20261116',
    ],
    [
      'NM1*IL*1*EXAMPLESSON*TOBIAS****MI*XOF900111222',
      'N3*7 SAMPLE COURT',
      'DMG*D8*19900203*M',
      'HI*ABK:Z0000',
      'SV1*HC:99395*160*UN*1***1',
      'DTP*472*D8*20261118',
    ],
  ]);
});
