/** What a claim costs at the clearinghouse is said before it is sent; an admin sees the month, its plot, and says how it is counted. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  IN_ANY_TAB,
  openOptions,
  openSidebar,
  pressBill,
  pressInOptions,
  sidebarText,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let options: Page;
let folder: string;
beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'claimside-office-fees-'));
  options = await openOptions(desk.browser);
});
afterAll(async () => {
  await desk?.close();
  rmSync(folder, { recursive: true });
});

const LIST = [
  'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES',
  'Aetna,60054,837P,Yes,Yes,No,Yes,No,,',
  'Cigna,62308,837P,Yes,No,No,Yes,No,,',
];

test('before anything left the section says what is missing', async () => {
  await sidebarText(options, 'No claim left in this month.');
  await sidebarText(options, 'Nobody knows yet which payers take part');
  const path = join(folder, 'payers.csv');
  writeFileSync(path, LIST.join('\n'));
  const chooser = (await options.waitForSelector(
    'input[aria-label="Payer list (CSV or Excel)"]',
  )) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(path);
  await pressInOptions(options, 'Import 2 rows');
  await sidebarText(options, 'Imported: 2 rows.');
  await options.waitForFunction(() => !document.body.textContent.includes('Nobody knows yet'), IN_ANY_TAB);
});

test('the first claim of the month to a payer that takes no part says its cost before it is sent', async () => {
  const page = await desk.openChart(`${desk.stage.ehr.origin('plain')}/plain/visit`);
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, 'This claim costs $39.95 at Office Ally. As a test it is free.');
  await sidebar.focus('.cost-of-claim summary');
  await page.keyboard.press('Enter');
  await sidebar.waitForSelector('.cost-of-claim[open]');
  await sidebarText(
    sidebar,
    "It is this provider's first claim this month, and goes to a payer that takes no part",
  );
  expect(await troubles(page, sidebar)).toEqual([]);
  await pressBill(page, sidebar);
  await desk.newestClaimOnce('paid');
  await page.close();
});

test('the month is shown under both readings, with its plot and the same day by day', async () => {
  await options.bringToFront();
  await sidebarText(options, '1 claim left. The fee is $39.95 a month for each provider');
  await sidebarText(options, 'Half of the claims or more$39.95');
  await sidebarText(options, 'Any claim$39.95');
  await sidebarText(options, 'Halvorsen, Ingrid, NPI 1245319599, Tax ID ends in 6789');
  await sidebarText(options, '1 non-par and 0 par: 100 % non-par.');
  await options.waitForSelector('.fee-plot canvas');
  await options.focus('.fee-group summary');
  await options.keyboard.press('Enter');
  await options.waitForSelector('.fee-group details[open] tbody tr');
  expect(await troubles(options)).toEqual([]);
});

test('an admin says which reading holds and what it costs; what is wrong is told at its field', async () => {
  await options.focus('::-p-aria([name="Change how it is counted"][role="button"])');
  await options.keyboard.press('Enter');
  await options.select('.fee-settings select', 'half');
  const amount =
    '::-p-xpath((//fieldset[@class="fee-amounts"])[2]//label[.="Fee of a month"]/following::input[1])';
  await options.locator(amount).fill('dear');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'Write dollars and cents, such as 39.95.');
  expect(await troubles(options)).toEqual([]);
  await options.locator(amount).fill('44.95');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'Stored.');
  await options.waitForFunction(
    () => document.activeElement?.textContent === 'Change how it is counted',
    IN_ANY_TAB,
  );
  await sidebarText(options, 'Half of the claims or more$44.95');
  expect(await options.$eval('body', (body) => body.textContent.includes('Any claim$'))).toBe(false);
  await pressInOptions(options, 'Month before');
  await sidebarText(options, 'No claim left in this month.');
});
