/** What one payer leaves goes to the next, then to the patient; what nobody pays is let go with a reason. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseInSidebar, clickInSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { type Desk, openDesk } from './desk.ts';
import { sentFiles } from './sent-file.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(() => page?.close());
afterAll(() => desk?.close());

const button = (words: string) => `::-p-xpath(//button[normalize-space(.)="${words}"])`;
const buttonOf = (start: string) => `::-p-xpath(//button[starts-with(normalize-space(.), "${start}")])`;

async function bill(visit: number, memberId: string): Promise<Frame> {
  const billed = await billVisit(desk, visit, memberId);
  page = billed.page;
  return billed.sidebar;
}

/** Segments of the last file that say what other payers did, without those of lines after the first. */
async function coordination(): Promise<string[]> {
  const file = (await sentFiles(desk.stage.sandbox)).at(-1);
  const segments = file?.segments ?? [];
  const end = segments.findIndex((segment) => segment.startsWith('LX*2'));
  return segments.slice(0, end).filter((segment) => /^(SBR|AMT|CAS|SVD|DTP\*573|CLM)/.test(segment));
}

test('the second insurance is billed with the first one`s decision, and the patient for what both leave', async () => {
  const sidebar = await bill(9201, 'PARTIAL1');
  const first = await claimShows(sidebar, 'partly-paid');
  expect(first.money).toContain('paid $229.44 + contract $84.20 + patient $107.36');
  await clickInSidebar(page, sidebar, button('Bill the next insurance'));
  await sidebarText(sidebar, 'decided goes with it');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '[data-path="coverage.payerId"]');
  await page.keyboard.type('Blue Cross');
  await page.keyboard.press('Enter');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'X9001');
  await chooseInSidebar(sidebar, 'relationshipToSubscriber', '18');
  await pressBill(page, sidebar, 'Bill the next insurance');
  const second = await claimShows(sidebar, 'partly-paid');
  await sidebarText(sidebar, 'Next insurance');
  // 80 % of the share that the first left.
  expect(second.money).toContain(
    'paid $315.32 + contract $84.20 + patient $21.48 + other $0.00 + open $0.00',
  );
  expect(await coordination()).toEqual([
    'SBR*S*18*******BL',
    expect.stringMatching(/^CLM\*\w+\*421\*\*\*11:B:1\*/),
    'SBR*P*18*86044-011******CI',
    'AMT*D*229.44',
    'SVD*60054*78.4*HC:99214:25**1',
    'CAS*CO*45*37',
    'CAS*PR*1*50**2*19.6',
    expect.stringMatching(/^DTP\*573\*D8\*\d{8}$/),
    'AMT*EAF*69.6',
  ]);

  await clickInSidebar(page, sidebar, button('Bill the patient'));
  await sidebarText(sidebar, 'The patient owes $21.48.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('I sent it'));
  await sidebarText(sidebar, 'Billed the patient for $21.48');
  await clickInSidebar(page, sidebar, button('Patient paid'));
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, buttonOf('Write down $21.48'));
  await claimShows(sidebar, 'paid');

  await clickInSidebar(page, sidebar, '[aria-label^="Take it back: The patient paid $21.48"]');
  await sidebarText(sidebar, 'It counts no more');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Take it back'));
  await sidebarText(sidebar, 'Took back $21.48 of what the patient paid');
  await claimShows(sidebar, 'partly-paid');
});

test('what a payer refuses is appealed, let go with a reason, and the claim closed and found again', async () => {
  const sidebar = await bill(9202, 'DENY2');
  await claimShows(sidebar, 'denied');
  await clickInSidebar(page, sidebar, button('Appeal'));
  expect(await troubles(page, sidebar)).toEqual([]);
  const letter = await sidebar.$eval('.letter textarea', (area) => area.value);
  expect(letter).toContain('Member ID: DENY2');
  expect(letter).toContain('CO-197');
  await clickInSidebar(page, sidebar, button('I sent it'));
  await sidebarText(sidebar, 'Appealed to the payer');
  await clickInSidebar(page, sidebar, button('Write off'));
  // The payer may still pay it: nothing is proposed.
  await sidebarText(sidebar, 'Left out: $421.00, on which the payer has still to decide');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '.act input');
  await page.keyboard.type('421.00');
  await clickInSidebar(page, sidebar, buttonOf('Write off $'));
  await sidebarText(sidebar, 'Choose why it is let go.');
  await sidebar.select('.act select', 'not-covered');
  await clickInSidebar(page, sidebar, buttonOf('Write off $'));
  await sidebarText(sidebar, 'Wrote off $421.00');
  await clickInSidebar(page, sidebar, button('Close'));
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '.act input');
  await page.keyboard.type('Nothing is left to do');
  await clickInSidebar(page, sidebar, button('Close it'));
  await sidebarText(sidebar, 'Closed by a person');
  expect((await desk.claims())[0]).toMatchObject({ isClosed: true, money: { writtenOff: 42_100, open: 0 } });
});

test('a denial after which nobody owes anything says why it was denied, and asks for nothing', async () => {
  const sidebar = await bill(9203, 'DENY3');
  await claimShows(sidebar, 'denied');
  await sidebarText(sidebar, 'Put the authorization number on the claim.');
  await clickInSidebar(page, sidebar, button('Write off'));
  await sidebar.waitForSelector('.act select');
  await sidebar.select('.act select', 'not-covered');
  await clickInSidebar(page, sidebar, buttonOf('Write off $'));
  await sidebarText(sidebar, 'Nothing is open, and the patient owes nothing: there is nothing to do.');
  const { status, why } = await claimShows(sidebar, 'denied');
  expect([status, why]).toEqual([
    'Denied',
    expect.not.stringContaining('Put the authorization number on the claim.'),
  ]);
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, '[aria-label^="Take it back: Wrote off $421.00"]');
  await sidebarText(sidebar, 'It is owed again, by the payer.');
  await clickInSidebar(page, sidebar, button('Take it back'));
  await sidebarText(sidebar, 'Put the authorization number on the claim.');
});

test('what the next insurance rejects is the patient`s once somebody says that no other pays it, and waits again when that is taken back', async () => {
  const sidebar = await bill(9204, 'PARTIAL2');
  await claimShows(sidebar, 'partly-paid');
  await clickInSidebar(page, sidebar, button('Bill the next insurance'));
  await clickInSidebar(page, sidebar, '[data-path="coverage.payerId"]');
  await page.keyboard.type('Blue Cross');
  await page.keyboard.press('Enter');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'PAYREJECT2');
  await chooseInSidebar(sidebar, 'relationshipToSubscriber', '18');
  await pressBill(page, sidebar, 'Bill the next insurance');
  await claimShows(sidebar, 'rejected-by-payer');
  await sidebarText(sidebar, 'What was left to the patient waits for another insurance. $107.36');
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, button('No other insurance pays'));
  await sidebarText(sidebar, '$107.36 was left to the patient and waits for the next insurance.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('The patient owes $107.36'));
  await sidebarText(sidebar, 'Choose why none pays it.');
  await sidebar.select('.act select', 'not-insured');
  await clickInSidebar(page, sidebar, button('The patient owes $107.36'));
  const { money } = await claimShows(sidebar, 'partly-paid');
  expect(money).toContain('paid $229.44 + contract $84.20 + patient $107.36 + other $0.00 + open $0.00');
  await sidebarText(sidebar, 'No other insurance pays, as a person wrote down');
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, button('An insurance may pay after all'));
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('It may pay after all'));
  await claimShows(sidebar, 'rejected-by-payer');
  await clickInSidebar(page, sidebar, button('No other insurance pays'));
  await sidebar.select('.act select', 'not-insured');
  await clickInSidebar(page, sidebar, button('The patient owes $107.36'));
  await claimShows(sidebar, 'partly-paid');
  await clickInSidebar(page, sidebar, button('Bill the patient'));
  await sidebarText(sidebar, 'The patient owes $107.36.');
});
