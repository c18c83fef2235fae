/**
 * What is held, by the keyboard: a payment says why nothing of it was posted and what may be done about it; what was set aside is found
 * and taken up again; and where it is right after all, its claims show the money.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClaimDetail, PracticeSettings } from '@claimside/shared/api';
import type { ElementHandle } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { claimPaid, lieThere, remittance } from './brought.ts';
import { DESK_PRACTICE, type Desk, openDesk } from './desk.ts';
import { openSidePage, type SidePage } from './side-page.ts';

const OTHER_OFFICE = '1999999984';

let desk: Desk;
let claims: ClaimDetail[];
let side: SidePage;
beforeAll(async () => {
  desk = await openDesk();
  const ids = await billed(desk, ['SILENT1', 'SILENT2', 'SILENT3', 'SILENT4']);
  await settled(
    desk,
    ids,
    ids.map(() => 'file-accepted'),
  );
  claims = await Promise.all(ids.map((id) => desk.client.claim(id)));
  side = await openSidePage(desk);
  await side.toTab('Payments');
});
afterAll(() => desk?.close());

/** $200.00 of the claim, the rest by contract. */
const paying = (index: number) =>
  claimPaid(claims[index]?.patientControlNumber ?? '', claims[index]?.totalCharge ?? 0, 20_000);
const paidOf = async (index: number) => (await desk.client.claim(claims[index]?.id ?? '')).money.paid;

/** Within it, the key is a letter like any other. */
async function toSearch(): Promise<void> {
  // A list that is drawn anew at that moment does not hear it.
  const press = async () => {
    if (!(await side.focus()).startsWith('Search payments')) await side.page.keyboard.press('/');
    return side.focus();
  };
  await expect.poll(press).toMatch(/^Search payments/);
}

/** Opens the payment that needs somebody, which stands first. */
async function openWaiting(check: string): Promise<void> {
  await side.page.waitForFunction(
    (number) => document.querySelector('button[id^="remittance-"]')?.textContent?.includes(number),
    IN_ANY_TAB,
    check,
  );
  await toSearch();
  await side.tabTo('SAMPLE HEALTH PLAN');
  await side.page.keyboard.press('Enter');
  await sidebarText(side.page, 'What to do with it');
}

/** With that reason, typed; ends at the state. */
async function setAside(reason: string): Promise<void> {
  const { page, focus, tabTo, looksRight } = side;
  await tabTo('Set it aside');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why does it need nobody any more?');
  await page.keyboard.type(reason);
  await looksRight();
  // From the field, once the button beside it takes presses.
  await page.waitForSelector('.reason-form button:not(.choice, [aria-disabled="true"], :disabled)');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Set aside');
}

/** Of all buttons in sight. */
const buttons = () => side.page.$$eval('article button', (all) => all.map((each) => each.textContent ?? ''));

async function searchFor(text: string): Promise<void> {
  const { page } = side;
  await toSearch();
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  if (text === '') await page.keyboard.press('Backspace');
  else await page.keyboard.type(text);
}

/** Says the practice's own data anew, as an admin does. */
async function addProvider(provider: PracticeSettings['providers'][number]): Promise<void> {
  const { api } = desk.client;
  const json = { ...DESK_PRACTICE, providers: [...DESK_PRACTICE.providers, provider] };
  expect((await api.practice.$put({ header: {}, json })).status).toBe(200);
}

/** Opens the one claim of the payment in sight, which shows this money; and comes back to the list. */
async function claimShows(money: string): Promise<void> {
  const { page, tabTo } = side;
  await tabTo('Open the claim');
  await page.keyboard.press('Enter');
  await sidebarText(page, money);
  await tabTo('Back', 'back');
  await page.keyboard.press('Enter');
  // The way back has the focus by itself; the tab in front of it begins with the same word.
  await expect.poll(side.focus).toBe('Payments');
  await page.keyboard.press('Enter');
}

test('a payment that does not add up says where, and that nobody can post it; set aside, it is found and taken up; the corrected file takes its place', async () => {
  const { page, focus, tabTo, looksRight } = side;
  const right = paying(0);
  const wrong = { ...right, paidAmount: right.chargeAmount };
  const checkOf = (claim: typeof right) =>
    remittance('EFT-771', { claims: [claim], paymentAmount: right.paidAmount });
  await lieThere(desk, 'WRONG.835', [checkOf(wrong)]);
  await openWaiting('EFT-771');
  await sidebarText(
    page,
    'TESTER, ANNA: its charge less what is not paid comes to $200.00, but $281.00 is paid.',
  );
  await sidebarText(page, 'Its claims and what is beside them come to $281.00, the payment is $200.00.');
  await sidebarText(page, 'It cannot be posted while it does not add up: ask the payer');
  expect(await buttons()).not.toContain('Post it all the same');
  await looksRight();
  await setAside('ASKED THE PAYER ON MONDAY');
  expect(await buttons()).toContain('Take it up again');
  await looksRight();

  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe('Set aside (1)');
  expect(await page.$('button.claim-row')).toBeNull();
  await looksRight();
  await searchFor('eft 771');
  await sidebarText(page, 'ASKED THE PAYER ON MONDAY');
  await looksRight();
  await tabTo('Take it up again: SAMPLE HEALTH PLAN, $200.00');
  await page.keyboard.press('Enter');
  await sidebarText(page, 'it had been set aside: ASKED THE PAYER ON MONDAY');
  await sidebarText(page, 'Does not balance');
  await looksRight();
  await page.keyboard.press('Escape');
  await expect.poll(focus).toContain('Does not balance');
  await searchFor('');
  await sidebarText(page, '1 payment waits for a person');

  await lieThere(desk, 'RIGHT.835', [checkOf(right)]);
  await sidebarText(page, 'Posted, balanced');
  expect(await page.$$eval('button.claim-row', (rows) => rows.length)).toBe(1);
  expect(await paidOf(0)).toBe(20_000);
});

test('a payment to an NPI that nobody wrote down is set aside, found, taken up and posted all the same with a reason: its claim shows the money', async () => {
  const { page, focus, tabTo, press, looksRight } = side;
  const payee = { name: 'OTHER OFFICE', npi: OTHER_OFFICE };
  await lieThere(desk, 'OTHER.835', [remittance('EFT-772', { claims: [paying(1)], payee })]);
  await openWaiting('EFT-772');
  await sidebarText(
    page,
    'It pays NPI 1999999984, which is not among yours. If it is yours, an admin adds it under providers in the practice data, and the payment is posted by itself.',
  );
  expect(await buttons()).toContain('Post it all the same');
  await looksRight();
  await setAside('NOT FOR THIS PRACTICE');
  await page.keyboard.press('Escape');
  await expect.poll(focus).toBe('Set aside (1)');
  await page.keyboard.press('Enter');
  await tabTo('Open: SAMPLE HEALTH PLAN, $200.00');
  await page.keyboard.press('Enter');
  await tabTo('Take it up again');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Needs a person');
  await tabTo('Post it all the same');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why is it right?');
  await page.keyboard.type('OUR OTHER OFFICE AFTER ALL');
  await looksRight();
  await tabTo('Post it all the same');
  await press();
  await expect.poll(focus).toBe('Posted, balanced');
  await sidebarText(page, 'OUR OTHER OFFICE AFTER ALL');
  await looksRight();
  await claimShows('paid $200.00');
});

test('a payment to another practice is posted by nobody; once an admin adds its NPI it is posted by itself, and its claim shows the money', async () => {
  const { page, tabTo, looksRight } = side;
  const payee = { name: 'OTHER OFFICE', npi: OTHER_OFFICE, taxId: '999999999' };
  await lieThere(desk, 'FOREIGN.835', [remittance('EFT-773', { claims: [paying(2)], payee })]);
  await openWaiting('EFT-773');
  await sidebarText(page, 'It pays another practice: neither NPI 1999999984 nor its tax ID is one of yours.');
  await sidebarText(
    page,
    'It cannot be posted while it pays another practice: if that NPI is yours, an admin adds it',
  );
  expect(await buttons()).not.toContain('Post it all the same');
  await looksRight();
  await addProvider({ organizationName: 'OTHER OFFICE', npi: OTHER_OFFICE, ehrNames: [] });
  await page.waitForSelector('::-p-xpath(//article//button[.="Open the claim"])');
  await claimShows('paid $200.00');
  // Later ones ask nobody.
  await lieThere(desk, 'NEXT.835', [remittance('EFT-774', { claims: [paying(3)], payee })]);
  await desk.client.follow(async () => (await paidOf(3)) === 20_000);
  await tabTo('Payments', 'back');
});

test('a file that nobody understands says why once; set aside, it is found by its name and taken up again', async () => {
  const { page, focus, tabTo, press, looksRight } = side;
  const said = () =>
    page.evaluate(
      () => document.body.textContent.split('Claimside does not know this kind of file').length - 1,
    );
  const letter = join(desk.dataDir, 'letter.txt');
  await writeFile(letter, 'Dear biller');
  const chooser = (await page.$('input[type=file]')) as ElementHandle<HTMLInputElement>;
  await chooser.uploadFile(letter);
  await sidebarText(page, 'letter.txt was not understood. It is kept, and waits for you below.');
  await sidebarText(page, 'Save a copy, and see whether it needs an answer.');
  expect(await said()).toBe(1);
  await looksRight();
  await tabTo('Set aside letter.txt');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Why does it need nobody any more?');
  await page.keyboard.type('AN ADVERTISEMENT');
  await looksRight();
  await tabTo('Set it aside');
  await press();
  await expect.poll(focus).toBe('Type in a payment');
  await page.waitForFunction(
    () => [...document.querySelectorAll('[role=tab]')].some((each) => each.textContent === 'Payments'),
    IN_ANY_TAB,
  );

  await sidebarText(page, 'letter.txt is kept under Set aside: AN ADVERTISEMENT');
  await searchFor('letter');
  await tabTo('Take it up again: letter.txt');
  await page.keyboard.press('Enter');
  await expect.poll(focus).toBe('Save a copy of letter.txt');
  await sidebarText(page, 'it had been set aside: AN ADVERTISEMENT');
  expect(await said()).toBe(1);
  await looksRight();
});
