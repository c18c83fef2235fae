/** An admin keeps the enrollments in Options: what is to do, what waits, and what Medicare asks for before the first claim. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import { type RunningServer, startServer } from '@claimside/server/run';
import { systemRuntime } from '@claimside/server/runtime';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openOptions, pressInOptions, setUpBrowser, sidebarText } from '../browser/index.ts';
import { pairClient } from '../stage/index.ts';
import { SILENT, temporaryFolder } from '../trouble/set-up.ts';
import { troubles } from './troubles.ts';

const MEDICARE = { payerId: '13202', name: 'MEDICARE NY', claimFilingIndicator: 'MB', aliases: [] };
const PLAN = {
  ...{ payerId: '54771', name: 'SAMPLE PLAN', claimFilingIndicator: 'BL', aliases: [] },
  isEnrollmentMissing: true,
};

const folder = temporaryFolder('enrollments');
let server: RunningServer;
let browser: Browser;
let closeBrowser: () => Promise<void>;
let options: Page;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path, port: 0, runtime: systemRuntime(SILENT) });
  const client = await pairClient(server.url, server.ownerCode ?? '');
  const practice = { ...EXAMPLE_PRACTICE, payers: [MEDICARE, PLAN] };
  expect((await client.api.practice.$put({ header: {}, json: practice })).status).toBe(200);
  ({ browser, close: closeBrowser } = await launchBrowser());
  await setUpBrowser(browser, { serverUrl: server.url, code: await client.pairingCode('admin'), ehrs: [] });
  options = await openOptions(browser);
});
afterAll(async () => {
  await closeBrowser?.();
  await server?.close();
  folder.remove();
});

const fill = (field: string, value: string) => options.locator(`#enrollments [name=${field}]`).fill(value);

test('a payer that wants an enrollment is to do; once its form is sent, it waits with the day of its end', async () => {
  await sidebarText(options, '1 to do, 0 waiting on payers, 0 done.');
  await sidebarText(options, 'It is needed before the first claim: send the form, or enter how it stands.');
  await options.locator('[aria-label="Enter SAMPLE PLAN Claims (EDI)"]').click();
  await fill('state', 'sent');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Choose a day.');
  const today = new Date().toISOString().slice(0, 10);
  await fill('sentOn', today);
  await fill('documents', 'Binder 2');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, '0 to do, 1 waiting on payers, 0 done.');
  await sidebarText(options, `Since ${today}, expected by`);
  await sidebarText(options, 'papers: Binder 2');
});

test('approved by Medicare, it is done only when the clearinghouse was told', async () => {
  await pressInOptions(options, 'Add an enrollment');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Choose a payer');
  await fill('payerId', MEDICARE.payerId);
  await fill('state', 'approved');
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'Tell Office Ally before the first claim (360-975-7000, option 1)');
  await sidebarText(options, 'nothing is on record for ERAs');
  await options.locator('[aria-label="Change MEDICARE NY Claims (EDI)"]').click();
  await fill('toldOn', '2026-11-20');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, '1 to do, 1 waiting on payers, 1 done.');
  const answered = options.waitForResponse((response) => response.url().includes('/enrollments/export'));
  await options.locator('#enrollments ::-p-text(Save as Excel)').click();
  expect((await answered).headers()['content-disposition']).toContain('enrollments.xlsx');
});

test('the same is not added twice; one is taken out', async () => {
  await pressInOptions(options, 'Add an enrollment');
  await fill('payerId', MEDICARE.payerId);
  await pressInOptions(options, 'Save the enrollment');
  await sidebarText(options, 'This enrollment is there already. Change that one, or enter another.');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Cancel');
  await options.locator('[aria-label="Remove SAMPLE PLAN Claims (EDI)"]').click();
  await options.locator('::-p-xpath(//dialog//button[text()="Remove"])').click();
  await sidebarText(options, 'SAMPLE PLAN Claims (EDI) was removed.');
  await sidebarText(options, '2 to do, 0 waiting on payers, 1 done.');
});
