/** How a practice gets its account at the clearinghouse: what it says of itself, and the letters that are filled in from it. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import { type RunningServer, startServer } from '@claimside/server/run';
import { systemRuntime } from '@claimside/server/runtime';
import type { Browser, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, openOptions, pressInOptions, setUpBrowser, sidebarText } from '../browser/index.ts';
import { pairClient } from '../stage/index.ts';
import { SILENT, temporaryFolder } from '../trouble/set-up.ts';
import { troubles } from './troubles.ts';

const folder = temporaryFolder('account');
let server: RunningServer;
let browser: Browser;
let closeBrowser: () => Promise<void>;
let options: Page;

beforeAll(async () => {
  server = await startServer({ dataDir: folder.path, port: 0, runtime: systemRuntime(SILENT) });
  const client = await pairClient(server.url, server.ownerCode ?? '');
  expect((await client.api.practice.$put({ header: {}, json: EXAMPLE_PRACTICE })).status).toBe(200);
  ({ browser, close: closeBrowser } = await launchBrowser());
  await setUpBrowser(browser, { serverUrl: server.url, code: await client.pairingCode('admin'), ehrs: [] });
  options = await openOptions(browser);
});
afterAll(async () => {
  await closeBrowser?.();
  await server?.close();
  folder.remove();
});

const fill = (field: string, value: string) => options.locator(`#account [name=${field}]`).fill(value);

test('an account that other software uses: both letters stand there filled in, and are saved as PDF', async () => {
  await fill('uses', 'another-system');
  await fill('userName', 'sampleclinic');
  await fill('email', 'billing@sample.example');
  await fill('earlierSystem', 'Other Billing');
  await fill('switchesOn', '2026-12-15');
  await fill('askedOn', '2026-11-20');
  expect(await troubles(options)).toEqual([]);
  await pressInOptions(options, 'Save the account');
  await sidebarText(options, 'Saved. What to do stands below.');
  expect(await troubles(options)).toEqual([]);
  const letters = await options.$$eval('#account textarea', (areas) => areas.map(({ value }) => value));
  expect(letters).toEqual([
    expect.stringContaining('Office Ally user name: sampleclinic'),
    expect.stringContaining(`NPI ${EXAMPLE_PRACTICE.billingProvider.npi}`),
  ]);
  const answered = options.waitForResponse((response) => response.url().endsWith('/letters/pdf'));
  await options.locator('[aria-label="Save as PDF: ERA transfer"]').click();
  expect((await answered).headers()['content-type']).toBe('application/pdf');
  await sidebarText(options, 'Office Ally opens SFTP, mostly within three business days.');
});

test('without an account the steps to one stand there, and no letter', async () => {
  await fill('uses', 'nothing');
  await pressInOptions(options, 'Save the account');
  await sidebarText(options, 'Opening an account');
  expect(await options.$('#account textarea')).toBeNull();
  expect(await troubles(options)).toEqual([]);
});
