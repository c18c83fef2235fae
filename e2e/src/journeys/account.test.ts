/** How a practice gets its account at the clearinghouse: what it says of itself, and the letters that are filled in from it. */
import { EXAMPLE_PRACTICE } from '@claimside/server/practice';
import type { Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pressInOptions, sidebarText } from '../browser/index.ts';
import { asksBeforeItIsLeft } from './leaving.ts';
import { type OptionsDesk, openOptionsDesk } from './options-desk.ts';
import { troubles } from './troubles.ts';

/** Still to come, whenever this is run. */
const AGREED = '2098-12-15';
const ASKED = new Date(Date.now() - 2 * 86_400_000).toISOString().slice(0, 10);

let desk: OptionsDesk;
let options: Page;
beforeAll(async () => {
  desk = await openOptionsDesk('account', EXAMPLE_PRACTICE);
  ({ options } = desk);
});
afterAll(() => desk?.close());

const fill = (field: string, value: string) => options.locator(`#account [name=${field}]`).fill(value);
const typedEmail = () => options.$eval('#account [name=email]', (field) => (field as HTMLInputElement).value);

test('an account that other software uses: both letters stand there filled in, and are saved as PDF', async () => {
  await fill('uses', 'another-system');
  await fill('userName', 'sampleclinic');
  await fill('email', 'billing@sample.example');
  await fill('earlierSystem', 'Other Billing');
  await fill('switchesOn', AGREED);
  await fill('email', 'not-an-email');
  await fill('askedOn', '2098-11-20');
  await pressInOptions(options, 'Save the account');
  await sidebarText(options, 'Enter an e-mail address, such as billing@clinic.example.');
  await sidebarText(options, 'Choose the day on which you asked: today, or one before.');
  expect(await troubles(options)).toEqual([]);
  await asksBeforeItIsLeft(options);
  expect(await typedEmail()).toBe('not-an-email');
  await fill('email', 'billing@sample.example');
  await fill('askedOn', ASKED);
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

test('the agreed day is the first day of the connection; another one is warned of as it is typed', async () => {
  await pressInOptions(options, 'Set up the connection');
  const firstDay = '#connections [name=startsOn]';
  const value = () => options.$eval(firstDay, (field) => (field as HTMLInputElement).value);
  expect(await value()).toBe(AGREED);
  await sidebarText(options, 'Nothing is sent before it.');
  await options.locator(firstDay).fill('2098-12-01');
  await sidebarText(options, `The change is agreed for ${AGREED}. The first day here is 2098-12-01`);
  expect(await troubles(options)).toEqual([]);
  await options.locator('#connections form ::-p-text(Cancel)').click();
});

test('without an account each step to one is ticked off beside the form, with what is typed there to copy', async () => {
  await fill('uses', 'nothing');
  await fill('representative', 'Ann Sample');
  await pressInOptions(options, 'Save the account');
  await sidebarText(options, 'Opening an account 0 of 11 done');
  await sidebarText(options, 'Ann Sample signs the business associate agreement (BAA)');
  await options.locator('#account [aria-label="Copy Tax ID (EIN)"]').wait();
  // A form half filled in is left as it is.
  await fill('email', 'other@sample.example');
  await options.locator('#account [data-path="account.email"]').click();
  await options.locator('#account [data-path="account.entity"]').click();
  await sidebarText(options, 'Opening an account 2 of 11 done');
  expect(await typedEmail()).toBe('other@sample.example');
  await pressInOptions(options, 'Save the account');
  await sidebarText(options, 'Saved. What to do stands below.');
  await sidebarText(options, 'Opening an account 2 of 11 done');
  const [letter, ...others] = await options.$$eval('#account textarea', (areas) =>
    areas.map(({ value }) => value),
  );
  expect(letter).toContain('999 and 277CA reports: yes');
  expect(others).toEqual([]);
  expect(await troubles(options)).toEqual([]);
});
