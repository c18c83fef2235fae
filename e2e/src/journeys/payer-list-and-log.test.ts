/** An admin brings the payer list in Options, sees what it changes, looks payers up, and finds it all in the log. */
import type { HTTPRequest, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOptions, pressInOptions, sidebarText } from '../browser/index.ts';
import { complaints } from './complaints.ts';
import { type Desk, openDesk } from './desk.ts';
import { bringFile } from './options-form.ts';

let desk: Desk;
let options: Page;
beforeAll(async () => {
  desk = await openDesk();
  options = await openOptions(desk.browser);
});
afterAll(() => desk?.close());

const HEADINGS =
  'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES';

const CHOOSER = 'Payer list (CSV or Excel)';
const bring = (name: string, ...lines: string[]) => bringFile(options, CHOOSER, name, [HEADINGS, ...lines]);

test('a first list is looked at, its unreadable row is told, and it is imported without it', async () => {
  await sidebarText(options, 'No list is here yet.');
  // Where the whole list is, in a tab of its own that learns nothing of this one.
  const link = await options.$eval('a[href="https://officeally.com/"]', (a) => [
    a.getAttribute('target'),
    a.getAttribute('rel'),
  ]);
  expect(link).toEqual(['_blank', 'noreferrer']);
  await pressInOptions(options, 'Begin with the small list of 2025-09 that comes with Claimside');
  await sidebarText(options, '90 rows. Nothing is changed yet.');
  await pressInOptions(options, 'Leave it');
  await bring(
    'payers.csv',
    'Sample Health Plan,00590,837P,Yes,Yes,No,Yes,No,,COB only if primary is Medicare',
    'Sample Health Plan,SAM01,Eligibility 270/271,Yes,,No,,,,',
    'Sample Comp Fund,TP097,837P,Yes,Yes,Yes,No,Yes,Work Comp,',
    'Odd Sample,60054, undefined,Yes,No,No,No,No,,',
  );
  await sidebarText(options, '3 rows. Nothing is changed yet.');
  await sidebarText(options, 'It is the first list: all of it is new.');
  // What was found is told where the eye and the keyboard are.
  await options.waitForFunction(() => document.activeElement?.textContent?.includes('payers.csv'));
  await options.locator('::-p-xpath(//summary[contains(., "1 row can not be read")])').click();
  await sidebarText(options, 'Line 5, TRANSACTION: “undefined” is no transaction of the list.');
  expect(await complaints(options)).toEqual([]);
  await pressInOptions(options, 'Import 3 rows, without the 1');
  await sidebarText(options, 'Imported: 3 rows.');
  await sidebarText(options, '1 row that could not be read was left out.');
});

test('while a file is on its way its progress is shown; stopped, nothing is changed and it can be brought again', async () => {
  await options.setRequestInterception(true);
  const isHeld = (url: string) => url.includes('/payer-list') && !url.includes('search');
  const hold = (request: HTTPRequest) => {
    if (request.method() !== 'POST' || !isHeld(request.url())) void request.continue();
  };
  options.on('request', hold);
  try {
    const row = 'Sample Health Plan,00590,837P,Yes,Yes,No,Yes,No,,';
    await bringFile(options, CHOOSER, 'slow.csv', [HEADINGS, row], 'Sending the file');
    await options.waitForSelector('progress[aria-label="Sending the file"]');
    expect(await complaints(options)).toEqual([]);
    await pressInOptions(options, 'Stop');
    await sidebarText(options, 'Stopped. Nothing is changed.');
    expect(await options.$('progress')).toBeNull();
    await options.waitForFunction(() => document.activeElement?.textContent === 'Bring a payer list');
  } finally {
    options.off('request', hold);
    await options.setRequestInterception(false);
  }
  await sidebarText(options, '3 rows of payers.csv');
});

test('payers are found as one types, with what the list says of each transaction', async () => {
  await options.locator('::-p-aria(Look up a payer by name or ID)').fill('health sam');
  await sidebarText(options, '1 payer');
  await sidebarText(options, 'Professional claims: 00590');
  await sidebarText(options, 'Non-par: may bring the monthly fee');
  await sidebarText(options, 'COB only if primary is Medicare');
  await sidebarText(options, 'Eligibility: SAM01');
  expect(await complaints(options)).toEqual([]);
  await options.locator('::-p-aria(Look up a payer by name or ID)').fill('nobody');
  await sidebarText(options, 'No payer of the list is called so.');
});

test('the next list tells what it changes before anything is changed', async () => {
  await bring(
    'payers-2027.csv',
    'Sample Health Plan,00590,837P,Yes,No,No,Yes,No,,COB only if primary is Medicare',
    'New Sample,60055,837P,Yes,No,No,Yes,No,,',
  );
  await sidebarText(options, 'More than half of the list in use would be gone.');
  await options.locator('::-p-xpath(//summary[contains(., "1 changed")])').click();
  await sidebarText(options, 'non-par was yes, is no');
  await options.locator('::-p-xpath(//summary[contains(., "2 removed")])').click();
  await sidebarText(options, 'Sample Comp Fund, TP097, 837P');
  await pressInOptions(options, 'Leave it');
  await sidebarText(options, '3 rows of payers.csv');
});

test('the log names who did it, can be narrowed, and is whole', async () => {
  await pressInOptions(options, 'Open the log');
  await options.waitForSelector('.audit-table');
  await options.select('.audit-filters select', 'payer-list-imported');
  await options.waitForFunction(() => document.querySelectorAll('.audit-table tbody tr').length === 1);
  await sidebarText(options, 'Payer list imported');
  await pressInOptions(options, 'Check the log');
  await sidebarText(options, 'The log is whole:');
  await options.locator('::-p-aria(From)').fill('2026-13-01');
  await sidebarText(options, 'Write it as 2026-11-27.');
  expect(await complaints(options)).toEqual([]);
  await options.locator('::-p-aria(Claim number, or what stands under Of)').fill('NOTHING');
  await sidebarText(options, 'Nothing is in the log that fits.');
});
