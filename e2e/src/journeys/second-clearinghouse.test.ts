/** An admin adds a second clearinghouse in Options and sends a payer's claims there: they are billed and paid through it. */
import { join } from 'node:path';
import { systemRuntime } from '@claimside/server/runtime';
import { type Sandbox, startSandbox } from '@claimside/server/sandbox';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOptions, pressBill, pressInOptions, sidebarText } from '../browser/index.ts';
import { type Office, openOffice, SILENT } from '../trouble/set-up.ts';
import { complaints } from './complaints.ts';
import { optionsForm } from './options-form.ts';
import { claimShows } from './shown.ts';

let office: Office;
let second: Sandbox;
let options: Page;

beforeAll(async () => {
  office = await openOffice('second-clearinghouse');
  second = await startSandbox({
    dataDir: join(office.dataDir, 'second'),
    runtime: systemRuntime(SILENT),
    paceMilliseconds: 0,
  });
  options = await openOptions(office.browser);
});
afterAll(async () => {
  await second?.close();
  await office?.close();
});

const type = (field: string, text: string) =>
  optionsForm(options, 'form[aria-label="A further connection"]').type(field, text);

const typedIn = (field: string) =>
  options.$eval(`input[name=${field}]`, (input) => (input as HTMLInputElement).value);

test('a form that lacks something says so at each field, and puts the focus on the first', async () => {
  await pressInOptions(options, 'Add a connection');
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, 'Enter what people call it, such as Work comp.');
  await sidebarText(options, 'Enter the password or the private key for SFTP.');
  await options.waitForFunction(() => document.activeElement?.getAttribute('name') === 'name');
  expect(await complaints(options)).toEqual([]);
});

test('the account is typed in, its host key is read, and it is tried', async () => {
  await type('name', 'Second house');
  await options.locator('form[aria-label="A further connection"] select').fill('sandbox');
  await type('port', String(second.port));
  await type('username', second.username);
  await type('secret', second.password);
  await pressInOptions(options, 'Read the host key');
  await sidebarText(options, 'Compare it with what the clearinghouse tells you');
  expect(await typedIn('hostKeySha256')).toBe(second.hostKeySha256);
  // Who submits is the practice, as by its main connection.
  expect(await typedIn('submitterId')).toBe('123456789');
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, 'Second house was added. Test it, then choose its payers: none goes by it yet.');
  await pressInOptions(options, 'Test Second house');
  await sidebarText(options, 'Logged in at Second house: 0 files in its inbound folder');
});

test('invented claims go to it and come back, step by step', async () => {
  await pressInOptions(options, 'Test file to Second house');
  await pressInOptions(options, 'Send a test file');
  await sidebarText(options, '5 of 5 invented claims taken by the clearinghouse');
  await sidebarText(options, 'It works both ways');
  expect(await complaints(options)).toEqual([]);
  expect((await second.received()).map(({ test: isTest, verdict }) => [isTest, verdict])).toEqual([
    [true, 'accepted'],
  ]);
  await pressInOptions(options, 'Test file to Second house');
});

test('a payer is routed to it, and its next claim is sent and paid there, as its timeline says', async () => {
  await pressInOptions(options, 'Payers of Second house');
  await options.locator('::-p-aria([name="Aetna 60054"][role="checkbox"])').click();
  await pressInOptions(options, 'Save the payers');
  await sidebarText(options, 'For Aetna.');
  expect(await complaints(options)).toEqual([]);

  const { page, sidebar } = await office.openVisit(8101);
  await pressBill(page, sidebar);
  const { steps } = await claimShows(sidebar, 'paid');
  expect(steps).toContain('Sent to Second house');
  expect(steps).not.toContain('Sent to Sandbox clearinghouse');
  expect((await second.received()).map(({ claims }) => claims.length)).toEqual([5, 1]);
  expect(await office.stage.sandbox.received()).toEqual([]);
  await page.close();
});

test('paused, it says so above the chart by its name; its claims wait, it cannot be removed, and then they leave', async () => {
  await options.bringToFront();
  await pressInOptions(options, 'Pause Second house');
  await sidebarText(options, 'Second house is paused: its claims wait here.');
  const { page, sidebar } = await office.openVisit(8102);
  await sidebarText(sidebar, 'Second house is paused: nothing goes out or comes in by it');
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'queued');
  await pressInOptions(options, 'Remove Second house');
  await pressInOptions(options, 'Remove');
  await sidebarText(options, '1 claim waits for Second house.');
  await pressInOptions(options, 'Resume Second house');
  await page.bringToFront();
  await claimShows(sidebar, 'paid');
  await page.close();
});
