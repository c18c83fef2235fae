/** An admin brings the fee schedule in Options, sees what it changes and what is wrong, and changes one price. */
import type { Page } from 'puppeteer';
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

const bring = (name: string, ...lines: string[]) =>
  bringFile(options, 'Fee schedule (CSV or Excel)', name, lines);

test('what is wrong with a file is told with row, column and way out, and it can not be imported', async () => {
  await sidebarText(options, '5 codes.');
  await bring('wrong.csv', 'Code,Price', '99213,dear', '99214,185.00');
  await sidebarText(options, '1 place has to be corrected in the file before it can be imported.');
  await options.waitForFunction(() => document.activeElement?.textContent?.includes('wrong.csv'));
  await sidebarText(options, 'Line 2, Price: “dear” is no amount. Write dollars and cents');
  expect(await complaints(options)).toEqual([]);
  await pressInOptions(options, 'Leave it');
});

test('a file tells what is new, gone and changed before anything is; then it is imported', async () => {
  await bring(
    'fees.csv',
    'Code,Description,Price,Self-pay price,Modifiers,Contract 60054,Colour',
    '99213,Short visit,125.00,90.00,,82.00,red',
    '99214,Long visit,190.00,130.00,,130.00,',
    '97110,Exercises,48.00,,GP,,',
    '98940,Adjustment,,,AT,,',
  );
  await sidebarText(options, 'fees.csv: 4 codes. Nothing is changed yet.');
  await sidebarText(options, 'Not known, and left out: “Colour”.');
  await sidebarText(options, '1 code would have no price.');
  await options.locator('::-p-xpath(//summary[contains(., "3 changed")])').click();
  await sidebarText(options, 'price was $185.00, is $190.00');
  await options.locator('::-p-xpath(//summary[contains(., "2 gone")])').click();
  await sidebarText(options, 'J1030');
  expect(await complaints(options)).toEqual([]);
  await pressInOptions(options, 'Import 4 codes');
  await sidebarText(options, 'Imported: 4 codes.');
  await sidebarText(options, '4 codes, 1 without a price, 2 with a self-pay price. Contracts: 60054 (2).');
});

test('a price is found and changed; a wrong one is told at its field', async () => {
  await options.locator('::-p-aria(Look up a code or description)').fill('adj');
  await sidebarText(options, 'No price');
  await options.locator('::-p-aria(Change 98940)').click();
  await options.locator('::-p-aria(Price for one unit)').fill('dear');
  await pressInOptions(options, 'Store');
  await sidebarText(options, '“dear” is no amount.');
  expect(await complaints(options)).toEqual([]);
  await options.locator('::-p-aria(Price for one unit)').fill('55');
  await pressInOptions(options, 'Store');
  await sidebarText(options, '98940 is stored.');
  await sidebarText(options, '$55.00');
  await options.waitForFunction(() => document.activeElement?.getAttribute('aria-label') === 'Change 98940');
});

test('what a payer allows by contract is typed at its procedure, with what is missing told at its field', async () => {
  const inRow = (row: number, label: string) =>
    options.locator(
      `::-p-xpath(//*[@aria-label="Contract amount ${row}"]//label[starts-with(., "${label}")]/following-sibling::*[self::input or self::select])`,
    );
  await options.locator('::-p-aria(Look up a code or description)').fill('99213');
  await sidebarText(options, 'contract 60054 for 99213: $82.00');
  await options.locator('::-p-aria(Change 99213)').click();
  await inRow(1, 'Allowed').fill('84.50');
  await pressInOptions(options, 'Add a contract amount');
  await pressInOptions(options, 'Store');
  await sidebarText(options, 'Choose the payer whose contract it is.');
  await sidebarText(options, 'Write what it allows for one unit.');
  expect(await complaints(options)).toEqual([]);
  const chosen = await options.$$eval('[aria-label="Contract amount 2"] option', (all) =>
    all.map((one) => [one.value, one.textContent ?? '']),
  );
  await inRow(2, 'Payer').fill(chosen.find(([, words]) => words?.startsWith('Cigna'))?.[0] ?? '');
  await inRow(2, 'Only with modifiers').fill('59 25');
  await inRow(2, 'Allowed').fill('90');
  await pressInOptions(options, 'Store');
  await sidebarText(options, '99213 is stored.');
  await sidebarText(options, 'contract 60054 for 99213: $84.50');
  await sidebarText(options, 'contract 62308 for 99213-25-59: $90.00');
  await sidebarText(options, 'Contracts: 60054 (2), 62308 (1).');

  await options.locator('::-p-aria(Change 99213)').click();
  await options.locator('::-p-aria(Take out contract amount 2)').click();
  await options.waitForFunction(() => document.activeElement?.textContent === 'Add a contract amount');
  await pressInOptions(options, 'Store');
  await sidebarText(options, 'Contracts: 60054 (2).');
});
