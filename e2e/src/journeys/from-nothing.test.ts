/**
 * A practice that has just installed everything, from an empty server to its first payment: set up in Options, a payer list and prices
 * brought, an account typed and tried, a site added, then a visit checked, billed with its copay and paid, and what the reports say of it.
 */
import { type RunningServer, startServer } from '@claimside/server/run';
import { systemRuntime } from '@claimside/server/runtime';
import { type Sandbox, startSandbox } from '@claimside/server/sandbox';
import type { Browser, Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  allowHosts,
  clickInSidebar,
  launchBrowser,
  openOptions,
  openSidebar,
  pressBill,
  pressInOptions,
  sidebarText,
  submitPairing,
} from '../browser/index.ts';
import { type EhrServer, startEhr } from '../ehr/index.ts';
import { SILENT, temporaryFolder } from '../trouble/set-up.ts';
import { bringFile, optionsForm } from './options-form.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

const folder = temporaryFolder('from-nothing');
let server: RunningServer;
let sandbox: Sandbox;
let ehr: EhrServer;
let browser: Browser;
let closeBrowser: () => Promise<void>;
let options: Page;
let chart: Page;
let sidebar: Frame;

beforeAll(async () => {
  const runtime = systemRuntime(SILENT);
  sandbox = await startSandbox({ dataDir: `${folder.path}/clearinghouse`, runtime, paceMilliseconds: 0 });
  server = await startServer({
    dataDir: `${folder.path}/server`,
    port: 0,
    runtime,
    pollMilliseconds: 200,
  });
  ehr = await startEhr({});
  ({ browser, close: closeBrowser } = await launchBrowser());
  await allowHosts(browser, [server.url, new URL(ehr.url).origin]);
  options = await openOptions(browser);
});
afterAll(async () => {
  await closeBrowser?.();
  await ehr?.close();
  await server?.close();
  await sandbox?.close();
  folder.remove();
});

const stepOf = (title: string) =>
  options.$$eval(
    '.setup-steps li',
    (rows, name) => rows.find((row) => row.querySelector('a')?.textContent === name)?.textContent ?? '',
    title,
  );
const button = (words: string) => `::-p-xpath(//button[contains(normalize-space(.), "${words}")])`;

test('the code that the server said pairs the first browser, and Options says what comes next', async () => {
  await submitPairing(options, server.url, server.ownerCode ?? '');
  await options.waitForSelector('::-p-aria([name="This browser"][role="heading"])');
  await sidebarText(options, 'Next: The practice, Payer list, EHR site, First browser of a clinician.');
  expect(await troubles(options)).toEqual([]);
});

test('the practice, its provider and its location are typed', async () => {
  const { type } = optionsForm(options);
  const practice = {
    name: 'Testville Family Practice',
    organizationName: 'Testville Family Practice',
    npi: '1234567893',
    taxId: '12-3456789',
    line1: '1 Example Street',
    city: 'Springfield',
    state: 'IL',
    postalCode: '62701-0001',
    contactName: 'Billing Office',
    contactPhone: '(217) 555-0100',
  };
  for (const [field, text] of Object.entries(practice)) await type(field, text);
  await pressInOptions(options, 'Save the practice');
  await sidebarText(options, 'The practice is set up. Add its providers.');

  await pressInOptions(options, 'Add a provider');
  const provider = {
    lastName: 'Halvorsen',
    firstName: 'Ingrid',
    npi: '1245319599',
    ehrNames: 'Halvorsen, Ingrid',
  };
  for (const [field, text] of Object.entries(provider)) await type(field, text);
  await pressInOptions(options, 'Save the provider');
  await sidebarText(options, 'The provider was added.');

  await pressInOptions(options, 'Add a location');
  await type('name', 'Main office');
  await type('facilityNames', 'Testville Family Practice');
  await pressInOptions(options, 'Save the location');
  await sidebarText(options, 'The location was added.');
  expect(await stepOf('Locations')).toMatch(/1 location\..*Done/);
});

test('the payer list is brought, and the payer of the first patients is taken from it', async () => {
  await bringFile(options, 'Payer list (CSV or Excel)', 'payers.csv', [
    'PAYER NAME,PAYER ID,TRANSACTION,AVAILABLE,NON PAR,ENROLLMENT,SECONDARY,ATTACHMENT,WC / AUTO,NOTES',
    'AETNA,60054,837P,Yes,No,No,Yes,No,,',
    'AETNA,60054,Eligibility 270/271,Yes,,No,,,,',
  ]);
  await pressInOptions(options, 'Import 2 rows');
  await sidebarText(options, 'Imported: 2 rows.');
  await pressInOptions(options, 'Add a payer');
  await options.locator('.part-form [role=combobox]').click();
  await options.keyboard.type('aetn');
  await options.waitForSelector('.part-form [role=option]');
  await options.keyboard.press('Enter');
  await sidebarText(options, 'AETNA was taken from the list.');
  const { type, choose } = optionsForm(options);
  await choose('claimFilingIndicator', 'CI');
  await type('aliases', 'Aetna Choice POS II');
  await pressInOptions(options, 'Save the payer');
  await sidebarText(options, 'The payer was added.');
});

test('the prices are brought, with what the payer’s contract says', async () => {
  await bringFile(options, 'Fee schedule (CSV or Excel)', 'fees.csv', [
    'Code,Price,Contract 60054',
    '99214,185.00,150.00',
    '97110,48.00,40.00',
    '20610,140.00,110.00',
  ]);
  await pressInOptions(options, 'Import 3 codes');
  await sidebarText(options, 'Imported: 3 codes.');
});

test('the account is typed, its host key read, and a test file comes back', async () => {
  await pressInOptions(options, 'Set up the connection');
  const { type } = optionsForm(options, 'form[aria-label="The main connection"]');
  await options.locator('form[aria-label="The main connection"] select').fill('sandbox');
  await type('host', sandbox.host);
  await type('port', String(sandbox.port));
  await type('username', sandbox.username);
  await type('secret', sandbox.password);
  await pressInOptions(options, 'Read the host key');
  await sidebarText(options, 'Compare it with what the clearinghouse tells you');
  expect(await options.$eval('[name=hostKeySha256]', (input) => (input as HTMLInputElement).value)).toBe(
    sandbox.hostKeySha256,
  );
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, 'was added. Test it.');
  await pressInOptions(options, 'Test Sandbox clearinghouse');
  await sidebarText(options, 'Logged in at Sandbox clearinghouse: 0 files in its inbound folder');
  await pressInOptions(options, 'Test file to Sandbox clearinghouse');
  await pressInOptions(options, 'Send a test file');
  await sidebarText(options, '5 of 5 invented claims taken by the clearinghouse');
  await sidebarText(options, 'It works both ways');
  // The sandbox is training: the account and its own test file are still to come.
  await expect
    .poll(() => stepOf('Test file there and back'))
    .toMatch(/Training: it came back from the sandbox.*Later/);
  expect(await troubles(options)).toEqual([]);
});

test('the access to questions that are answered at once is typed', async () => {
  await pressInOptions(options, 'Questions to Sandbox clearinghouse');
  const { type } = optionsForm(options, '.row-form');
  const access = {
    senderId: 'FROMNOTHING',
    username: sandbox.username,
    secret: sandbox.password,
    url: sandbox.realTime.soap,
  };
  for (const [field, text] of Object.entries(access)) await type(field, text);
  await options.keyboard.press('Enter');
  await sidebarText(options, 'Sandbox clearinghouse can be asked.');
});

test('the EHR’s site is added, and nothing of the way is left to do but what waits for real claims', async () => {
  await options.locator('input[name=site]').click();
  await options.keyboard.sendCharacter(new URL(ehr.url).origin);
  await options.keyboard.press('Enter');
  await sidebarText(options, `${new URL(ehr.url).host} was added`);
  await expect.poll(() => stepOf('EHR site')).toMatch(/Done/);
  await sidebarText(options, 'Next: Clearinghouse account, First browser of a clinician.');
});

test('at the first chart coverage is checked before the visit', async () => {
  chart = await browser.newPage();
  await chart.goto(`${ehr.url}?member=PARTIAL1`);
  sidebar = await openSidebar(chart);
  await sidebarText(sidebar, 'PARTIAL1');
  await clickInSidebar(chart, sidebar, button('Check coverage'));
  await sidebarText(sidebar, 'Copay $25.00 for an office visit, in network.');
  expect(await troubles(chart, sidebar)).toEqual([]);
});

test('the visit is billed with its copay and paid, and the superbill of what is left is offered by itself', async () => {
  await sidebarText(sidebar, 'Copay taken: none; the payer asks for $25.00');
  await clickInSidebar(chart, sidebar, button('Took $25.00'));
  await sidebarText(sidebar, 'Copay taken $25.00');
  await pressBill(chart, sidebar);
  expect((await claimShows(sidebar, 'partly-paid')).money).toContain('patient $107.36 ($25.00 of it paid)');
  await sidebarText(sidebar, '$82.36 is left to the patient.');
  const opened = browser.waitForTarget((target) => target.url().includes('/paper.html'));
  await clickInSidebar(chart, sidebar, button('Open the superbill'));
  const superbill = await (await opened).page();
  if (!superbill) throw new Error('no tab');
  await sidebarText(superbill, 'You owe');
  const words = await superbill.$eval('.sheet', (sheet) => sheet.textContent ?? '');
  for (const part of ['Superbill after insurance', '$229.44', '$82.36']) expect(words).toContain(part);
  await superbill.close();
});

test('the reports show it: in figures, by payer, and drawn', async () => {
  await clickInSidebar(chart, sidebar, '#tab-payments');
  const opened = browser.waitForTarget((target) => target.url().includes('/reports.html'));
  await clickInSidebar(chart, sidebar, '::-p-xpath(//button[normalize-space(.)="Reports"])');
  const reports = await (await opened).page();
  if (!reports) throw new Error('no tab');
  await sidebarText(reports, 'Nothing is sent live yet: these are test claims.');
  const words = await reports.$eval('main', (main) => main.textContent ?? '');
  for (const figure of [
    '100 %of 1 answered',
    '$229.44 by insurances, $25.00 by patients',
    '$254.44 of $340.00',
    'Allowed$336.80 (99 % of what is expected)',
  ])
    expect(words).toContain(figure);
  const table = await reports.$eval('#by-month ~ details table tbody', (body) =>
    [...body.querySelectorAll('td')].map((cell) => cell.textContent),
  );
  expect(table.slice(0, 4)).toEqual(['1', '$421.00', '$254.44', '$82.36']);
  const inked = await reports.$eval('.report-plot canvas', (canvas) => {
    const { width, height } = canvas as HTMLCanvasElement;
    const pixels = (canvas as HTMLCanvasElement).getContext('2d')?.getImageData(0, 0, width, height).data;
    return pixels?.some((value) => value !== 0) ?? false;
  });
  expect(inked).toBe(true);
  expect(await troubles(reports)).toEqual([]);
});
