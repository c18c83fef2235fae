/** A biller brings the patient list of an EHR, mends it, checks tomorrow's list, and a visit whose page shows no insurance is offered what was brought. */
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  clickInSidebar,
  IN_ANY_TAB,
  openSidebar,
  pressBill,
  pressInOptions,
  sidebarText,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { asksBeforeItIsLeft } from './leaving.ts';
import { bringFile } from './options-form.ts';
import { sentFiles } from './sent-file.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let chart: Page;
let patients: Page;
beforeAll(async () => {
  desk = await openDesk([], { role: 'biller' });
});
afterAll(() => desk?.close());

const LIST = 'Patient list (CSV or Excel)';
const HEAD = 'Patient,DOB,Sex,Insurance,Their number,Copay,Street Address,City,State,Zip';
const MARTA =
  '"Quintero, Marta",04/12/1978,F,Aetna Choice POS II,W55500001,25.00,12 Example Lane,Springfield,IL,62704';
const SAUL = '"Sample, Saul",1/2/1990,M,Cigna,NOTFOUND0001,,,,,';
/** Not tomorrow. */
const VISITS = new Date(Date.now() + 20 * 86_400_000).toISOString().slice(0, 10);
const dayAsked = () =>
  patients.$eval(
    '::-p-xpath(//label[.="Date of service"]/following-sibling::input)',
    (input) => (input as HTMLInputElement).value,
  );
const rows = () =>
  patients.$$eval('.patients-table tbody th button', (all) => all.map((one) => one.textContent));

test('from the sidebar the patients open in a tab of their own: nobody is kept yet', async () => {
  chart = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-11-16`);
  const sidebar = await openSidebar(chart);
  const opened = desk.browser.waitForTarget((target) => target.url().includes('/patients.html'));
  await clickInSidebar(chart, sidebar, '::-p-aria(Patients)');
  const page = await (await opened).page();
  if (!page) throw new Error('no tab');
  patients = page;
  await sidebarText(patients, 'No patients are kept yet.');
  expect(await troubles(patients)).toEqual([]);
});

test('a file with a heading that nobody knows and a fault: the column is said, the fault is told, nothing is changed', async () => {
  const faulty = '"Invented, Ines",31/31/1990,F,Aetna of Testville,INACTIVE0001,,,,,';
  await bringFile(patients, LIST, 'ehr.csv', [HEAD, MARTA, faulty, SAUL]);
  await sidebarText(patients, 'ehr.csv: 3 rows. Nothing is changed yet.');
  await sidebarText(
    patients,
    'No column is the member ID of the primary coverage. Say which column it is, below.',
  );
  expect(
    await patients.$$eval('.list-preview li', (all) => all.map((one) => one.textContent)),
  ).not.toContainEqual(expect.stringMatching(/^:/));
  await sidebarText(patients, 'Columns: 9 known, 1 left out');
  expect(await troubles(patients)).toEqual([]);
  const theirs = '::-p-xpath(//label[.="Their number"]/following-sibling::select)';
  await patients.focus(theirs);
  await patients.locator(theirs).fill('P.memberId');
  await sidebarText(patients, 'Columns: 10 known');
  await sidebarText(patients, 'The practice has no payer “Aetna of Testville”.');
  expect(await patients.$eval(theirs, (choice) => choice === document.activeElement)).toBe(true);
  expect(await troubles(patients)).toEqual([]);
  await patients
    .locator('::-p-xpath(//label[.="Aetna of Testville (1 row)"]/following-sibling::select)')
    .fill('60054 aetna');
  await sidebarText(patients, '1 thing has to be mended before the whole file can be imported.');
  await sidebarText(patients, 'Line 3, DOB: This is no date. Write it as 04/12/1978 or 1978-04-12.');
  await patients.waitForSelector(
    '::-p-xpath(//button[contains(., "Import the sound rows only: 2 patients")])',
  );
  expect(await patients.$('::-p-xpath(//button[starts-with(., "Import 3")])')).toBeNull();
  expect(await troubles(patients)).toEqual([]);
  await pressInOptions(patients, 'Leave it');
});

test('two columns that are said one after the other, faster than the file is looked at, are both taken', async () => {
  await bringFile(patients, LIST, 'two.csv', ['Patient,DOB,Insurance,Theirs,Group theirs', 'x,y,z,W1,G1']);
  await sidebarText(patients, 'Columns: 3 known, 2 left out');
  await patients.evaluate(() => {
    const say = (heading: string, meaning: string) => {
      const label = [...document.querySelectorAll('label')].find(
        ({ textContent }) => textContent === heading,
      );
      const choice = label?.control as HTMLSelectElement;
      choice.value = meaning;
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    };
    say('Theirs', 'P.memberId');
    setTimeout(() => say('Group theirs', 'P.groupNumber'));
  });
  await sidebarText(patients, 'Columns: 5 known');
  await pressInOptions(patients, 'Leave it');
});

test('mended it is imported, with the columns as they were said before', async () => {
  const mended = '"Invented, Ines",12/31/1990,F,Aetna of Testville,INACTIVE0001,,,,,';
  await bringFile(patients, LIST, 'ehr.csv', [HEAD, MARTA, mended, SAUL]);
  await patients
    .locator('::-p-xpath(//label[.="Their number"]/following-sibling::select)')
    .fill('P.memberId');
  await sidebarText(patients, '3 new');
  await pressInOptions(patients, 'Import 3 patients');
  await sidebarText(patients, 'Imported: 3 new, 0 changed, 0 as before.');
  await sidebarText(patients, '3 patients kept, by name.');
  expect(await rows()).toEqual(['Invented, Ines', 'Quintero, Marta', 'Sample, Saul']);

  const changed = MARTA.replace('25.00', '30.00');
  await bringFile(patients, LIST, 'again.csv', [HEAD, changed, mended]);
  await sidebarText(patients, 'Columns: 10 known, as you said for such a file before');
  await sidebarText(patients, '1 changed');
  await patients.locator('::-p-xpath(//summary[contains(., "1 changed")])').click();
  await sidebarText(patients, 'primary: copay $30.00');
  expect(await troubles(patients)).toEqual([]);
  await pressInOptions(patients, 'Leave it');
});

test('tomorrow’s list is pasted, asked about at once, and told in words; whom nobody knows is told by the line', async () => {
  await pressInOptions(patients, 'Paste a list');
  await patients
    .locator('textarea')
    .fill(
      '9:00 Quintero, Marta 04/12/1978\n9:30 Invented, Ines 12/31/1990\nSample, Saul 1/2/1990\nNobody, Known 1/1/1990',
    );
  await asksBeforeItIsLeft(patients);
  expect(await patients.$eval('textarea', (input) => input.value)).toContain('Quintero');
  await patients.locator('::-p-xpath(//label[.="Date of service"]/following-sibling::input)').fill(VISITS);
  await pressInOptions(patients, 'Find and tick them');
  await sidebarText(patients, '3 patients found and ticked.');
  await sidebarText(patients, 'Line 4: Nobody of this name and date of birth is known.');
  expect(await troubles(patients)).toEqual([]);
  await pressInOptions(patients, 'Check coverage of 3 patients');
  await sidebarText(patients, 'Done: 1 active, 1 not active, 1 refused.');
  await sidebarText(patients, 'Copay $25.00 for an office visit, in network.');
  await sidebarText(patients, 'The payer does not find the subscriber.');
  expect(await troubles(patients)).toEqual([]);

  const answered = patients.waitForResponse((response) => response.url().includes('/export?format=csv'));
  await patients.locator('::-p-xpath(//div[@class="checks"]//button[.="Save as CSV"])').click();
  expect((await answered).headers()['content-disposition']).toContain(`coverage-checks-${VISITS}.csv`);
  await sidebarText(patients, `Coverage on ${VISITS}`);

  await patients.reload();
  await sidebarText(patients, `Coverage on ${VISITS}`);
  expect(await dayAsked()).toBe(VISITS);
  await sidebarText(patients, 'Done: 1 active, 1 not active, 1 refused.');
  await sidebarText(patients, ' 60054 · INACTIVE0001');
  await desk.stage.restartServer();
  await patients.reload();
  await sidebarText(patients, 'The server was restarted since, and has this list no more.');
  await sidebarText(patients, `Coverage on ${VISITS}`);
  await sidebarText(patients, 'To ask about whoever is left, tick them and check the list again.');
  expect(await troubles(patients)).toEqual([]);
  await pressInOptions(patients, 'Close the list');
  await patients.waitForSelector('::-p-xpath(//td[@data-heading="Last check"][contains(., "Not active")])');
  await patients.reload();
  await sidebarText(patients, 'Check coverage of a list');
  expect(await patients.$('.checks')).toBeNull();
  expect(await dayAsked()).not.toBe(VISITS);
});

test('a schedule’s file is checked too; stopped, what came is kept and nobody else is asked', async () => {
  const slow = ['Ada', 'Ben', 'Cal', 'Dot'];
  const list = slow.map((name, at) => `"Slow, ${name}",1/${at + 1}/1990,F,Aetna,SLOW000${at},,,,,`);
  await bringFile(patients, LIST, 'slow.csv', [HEAD, ...list]);
  await pressInOptions(patients, 'Import 4 patients');
  await sidebarText(patients, 'Imported: 4 new');
  await bringFile(
    patients,
    'Schedule with names and dates of birth (CSV or Excel)',
    'schedule.csv',
    [
      'Time,Patient Name,Patient DOB,Reason',
      ...slow.map((name, at) => `9:${at}0,"Slow, ${name}",01/0${at + 1}/1990,Visit`),
    ],
    '4 patients found and ticked.',
  );
  await pressInOptions(patients, 'Check coverage of 4 patients');
  await sidebarText(patients, '0 of 4 patients asked about.');
  await pressInOptions(patients, 'Stop');
  await sidebarText(patients, 'Stopped by a person.');
  await sidebarText(patients, 'Ended: 2 active, 2 not asked.');
  expect(await troubles(patients)).toEqual([]);
  await pressInOptions(patients, 'Close the list');
  await pressInOptions(patients, 'Tick none');
});

test('a patient is opened: a second insurance is added and put first, and nothing of it stands in an address', async () => {
  await patients.locator('::-p-xpath(//th/button[.="Quintero, Marta"])').click();
  await patients.waitForFunction(() => document.activeElement?.textContent === 'Quintero, Marta', IN_ANY_TAB);
  await sidebarText(patients, '$25.00');
  await pressInOptions(patients, 'Add a coverage');
  await patients.locator('select[name="payer"]').fill('62308 cigna');
  await pressInOptions(patients, 'Save the coverage');
  await sidebarText(patients, 'Enter the member ID as it stands on the card.');
  expect(await troubles(patients)).toEqual([]);
  await patients.locator('input[name="memberId"]').fill('SECOND001');
  await pressInOptions(patients, 'Save the coverage');
  await sidebarText(patients, 'The coverage was added.');
  await pressInOptions(patients, 'Make it primary');
  await sidebarText(patients, 'It is primary now.');
  await pressInOptions(patients, 'Make it primary');
  await patients.waitForFunction(
    () => document.querySelector('.coverage strong')?.textContent === 'Aetna 60054 · W55500001',
    IN_ANY_TAB,
  );
  await patients.locator('::-p-xpath(//summary[contains(., "Before")])').click();
  expect(await troubles(patients)).toEqual([]);
  expect(new URL(patients.url()).search).toBe('');
  await pressInOptions(patients, 'All patients');
  await patients.waitForFunction(() => document.activeElement?.textContent === 'Quintero, Marta', IN_ANY_TAB);
});

test('a visit of this patient whose page shows no insurance is offered what was brought', async () => {
  // In a tab of its own, which has passed no other page of the chart.
  await chart.close();
  chart = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit?date=2026-10-19&shows=less`);
  const sidebar = await openSidebar(chart);
  await sidebarText(sidebar, 'Use the coverage from your patient list of');
  const offer = await sidebar.$eval('.use-earlier', (button) => button.textContent);
  expect(offer).toMatch(/: Aetna · W55500001 · with second insurance Cigna, sex and address$/);
  await clickInSidebar(chart, sidebar, '.use-earlier');
  await sidebarText(sidebar, 'Taken from your patient list of');
  await sidebarText(sidebar, 'Cigna');
  await sidebarText(sidebar, 'Bill this visit · $421.00 to Aetna');
  expect(await troubles(chart, sidebar)).toEqual([]);
  await pressBill(chart, sidebar);
  await desk.newestClaimOnce('paid');
  const sent = (await sentFiles(desk.stage.sandbox)).at(-1)?.segments ?? [];
  expect(sent.filter((segment) => /^(SBR|NM1\*(IL|PR))/.test(segment))).toEqual([
    'SBR*P*18*******CI',
    'NM1*IL*1*QUINTERO*MARTA****MI*W55500001',
    'NM1*PR*2*AETNA*****PI*60054',
    'SBR*S*18*******CI',
    'NM1*IL*1*QUINTERO*MARTA****MI*SECOND001',
    'NM1*PR*2*CIGNA*****PI*62308',
  ]);
});
