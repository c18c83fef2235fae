/** An admin changes the account while a claim awaits its answer at the former one: that goes on as a further connection. */
import { join } from 'node:path';
import { systemRuntime } from '@claimside/server/runtime';
import { type Sandbox, startSandbox } from '@claimside/server/sandbox';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openOptions, pressBill, pressInOptions, sidebarText } from '../browser/index.ts';
import { type Office, openOffice, SILENT } from '../trouble/set-up.ts';
import { complaints } from './complaints.ts';

let office: Office;
let present: Sandbox;
let options: Page;

beforeAll(async () => {
  office = await openOffice('changed-account');
  present = await startSandbox({
    dataDir: join(office.dataDir, 'present'),
    runtime: systemRuntime(SILENT),
    paceMilliseconds: 0,
  });
  const { page, sidebar } = await office.openVisit(8201, 'SILENT1');
  await pressBill(page, sidebar);
  await office.claimsOnce('file-accepted');
  await page.close();
  options = await openOptions(office.browser);
});
afterAll(async () => {
  await present?.close();
  await office?.close();
});

async function type(field: string, text: string): Promise<void> {
  const place = `[name=${field}]`;
  await options.locator(place).click();
  await options.$eval(place, (input) => (input as HTMLInputElement | HTMLTextAreaElement).select());
  await options.keyboard.sendCharacter(text);
}

test('a private key is pasted with its lines, and one that cannot be read is refused at its field', async () => {
  await pressInOptions(options, 'Change Sandbox clearinghouse');
  await options.locator('::-p-aria([name="Logs in with"][role="combobox"])').fill('key');
  await type('secret', '-----BEGIN OPENSSH PRIVATE KEY-----\nINVENTED\n');
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, 'This private key cannot be read: some of it or its line breaks are lost');
  await options.waitForFunction(() => document.activeElement?.getAttribute('name') === 'secret');
  expect(await options.$eval('textarea[name=secret]', (area) => area.value.split('\n').length)).toBe(3);
  expect(await complaints(options)).toEqual([]);
});

test('it is asked what becomes of the former account, which is kept as it was and fetches its answers', async () => {
  await options.locator('::-p-aria([name="Logs in with"][role="combobox"])').fill('password');
  await type('port', String(present.port));
  await type('username', present.username);
  await type('secret', present.password);
  await pressInOptions(options, 'Read the host key');
  await sidebarText(options, 'Compare it with what the clearinghouse tells you');
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, '1 claim in 1 file awaits answers at Sandbox clearinghouse (127.0.0.1).');
  const focused = '::-p-aria([name="The former account"][role="combobox"])';
  await options.waitForSelector(focused);
  expect(await options.$eval(focused, (select) => select === document.activeElement)).toBe(true);
  expect(await complaints(options)).toEqual([]);
  await pressInOptions(options, 'Save the connection');
  await sidebarText(options, 'Sandbox clearinghouse was changed.');
  await sidebarText(options, 'Sandbox clearinghouse until ');
  expect(await complaints(options)).toEqual([]);
});
