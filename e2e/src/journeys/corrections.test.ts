/** What came back is corrected and goes again: as new after a rejection, in place of the first after a decision. */
import { cents, formatMoney } from '@claimside/shared/values';
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { bring, claimPaid, remittance } from './brought.ts';
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

async function bill(visit: number, memberId: string): Promise<Frame> {
  const billed = await billVisit(desk, visit, memberId);
  page = billed.page;
  return billed.sidebar;
}

/** What has the focus: a field by its path, else its words. */
const focused = (sidebar: Frame) =>
  sidebar.evaluate(() => {
    const at = document.activeElement;
    return (at instanceof HTMLElement && at !== document.body && (at.dataset.path ?? at.textContent)) || '';
  });

/** Of the claims in the last file: CLM05-3, the member ID, and REF*F8. */
async function lastSent() {
  const file = (await sentFiles(desk.stage.sandbox)).at(-1);
  const of = (pattern: RegExp) => file?.segments.find((segment) => pattern.test(segment));
  return [
    of(/^CLM/)?.split('*')[5],
    of(/^NM1\*IL/)
      ?.split('*')
      .at(-1),
    of(/^REF\*F8/),
  ];
}

async function correctMember(sidebar: Frame, verb: string): Promise<void> {
  await clickInSidebar(page, sidebar, '[aria-label="Change coverage"]');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'w123456789');
  await pressBill(page, sidebar, verb);
}

test('denied: replaced with the payer`s number, and paid; from the list, where only the replacement stands', async () => {
  await claimShows(await bill(9101, 'DENY1'), 'denied');
  const sidebar = await page.waitForFrame((frame) => frame.url().endsWith('/sidebar.html'));
  await clickInSidebar(page, sidebar, '::-p-xpath(//*[@role="tab"][contains(., "Claims")])');
  await clickInSidebar(page, sidebar, '.claim-row');
  await claimShows(sidebar, 'denied');
  await clickInSidebar(page, sidebar, '.not-now summary');
  await sidebarText(sidebar, 'sent as new it would be refused as a duplicate');
  expect(await troubles(page, sidebar)).toEqual([]);
  await sidebar.focus(button('Replace this claim'));
  await page.keyboard.press('Enter');
  await sidebarText(sidebar, 'Nothing is changed yet.');
  // The button that was pressed is gone: what it led to has the focus, and the keys go on from there.
  await expect.poll(() => focused(sidebar)).toContain('It takes the place of Aetna’s claim');
  await page.keyboard.press('F8');
  await expect.poll(() => focused(sidebar)).toBe('priorAuthorizationNumber');
  expect(await troubles(page, sidebar)).toEqual([]);
  // The reason leads to the field that it asks for, which is not in sight yet.
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[starts-with(., "Add it")])');
  await sidebar.waitForFunction(
    () =>
      document.activeElement instanceof HTMLElement &&
      document.activeElement.dataset.path === 'priorAuthorizationNumber',
    IN_ANY_TAB,
  );
  await page.keyboard.type('auth77');
  const [first] = await desk.claims();
  await correctMember(sidebar, 'Replace the claim');
  await claimShows(sidebar, 'paid');
  expect(await lastSent()).toEqual(['11:B:7', 'W123456789', `REF*F8*${first?.payerClaimControlNumber}`]);
  expect((await desk.claims())[0]?.claim.priorAuthorizationNumber).toBe('AUTH77');
  await sidebarText(sidebar, `Replacement ${(await desk.claims())[0]?.patientControlNumber}`);

  await clickInSidebar(page, sidebar, '#back-to-claims');
  await sidebar.select('.list-select', 'all');
  await sidebar.waitForFunction(() => document.querySelectorAll('.claim-row').length === 1, IN_ANY_TAB);
  // A search finds the first claim, too: nobody is told to do again what was done.
  await sidebar.type('input[aria-label^="Search claims"]', 'quintero');
  await sidebarText(sidebar, 'Goes on in a newer claim.');
  await clickInSidebar(
    page,
    sidebar,
    '::-p-xpath(//button[contains(@class, "claim-row")][contains(., "Goes on")])',
  );
  await sidebarText(sidebar, 'It was replaced: what there is to do stands on claim');
  expect(await sidebar.$('.claim-head .next')).toBeNull();
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('rejected: what was typed for the first claim is in the second, which goes unchanged only on purpose', async () => {
  const sidebar = await bill(9102, 'CHREJECT1');
  await claimShows(sidebar, 'rejected-by-clearinghouse');
  // The second answer, which has the codes, moves what stands below its words.
  await sidebarText(sidebar, 'The payer does not know this member.');
  await clickInSidebar(page, sidebar, button('Correct and send again'));
  await sidebarText(sidebar, 'Nothing is changed yet.');
  await clickInSidebar(page, sidebar, 'input[data-path="unchanged"]');
  await pressBill(page, sidebar, 'Send again');
  await claimShows(sidebar, 'rejected-by-clearinghouse');
  await sidebarText(sidebar, 'Sent again');
  expect(await lastSent()).toEqual(['11:B:1', 'CHREJECT1', undefined]);
});

test('a paid claim is cancelled at the payer by frequency 8, as it was sent: what the patient paid is paid back there, nothing is open, and the visit can be billed again', async () => {
  const sidebar = await bill(9103, 'W555000111');
  await claimShows(sidebar, 'paid');
  const [first] = await desk.claims();
  await clickInSidebar(page, sidebar, button('Patient paid'));
  await clickInSidebar(page, sidebar, '.act input');
  await page.keyboard.type('20.00');
  await clickInSidebar(page, sidebar, button('Write down $20.00'));
  await sidebarText(sidebar, 'The patient paid $20.00');
  await clickInSidebar(page, sidebar, button('Cancel it at the payer'));
  await sidebarText(sidebar, 'What was paid on it is taken back.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Ask Aetna to cancel it'));
  await sidebarText(sidebar, 'Cancellation');
  await expect.poll(lastSent).toEqual(['11:B:8', 'W555000111', `REF*F8*${first?.payerClaimControlNumber}`]);
  await claimShows(sidebar, 'voided');
  await sidebarText(
    sidebar,
    'Pay it back, then take that much of the patient’s payment back in the timeline.',
  );
  await sidebarText(sidebar, `on claim ${first?.patientControlNumber}`);
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '[aria-label^="Take it back: The patient paid $20.00"]');
  await sidebarText(sidebar, 'It counts no more');
  await clickInSidebar(page, sidebar, button('Take it back'));
  await sidebarText(sidebar, 'Took back $20.00 of what the patient paid');
  await sidebarText(sidebar, 'Nothing to do: what was paid on it was taken back.');
  const [cancelled] = await desk.claims();
  expect(cancelled?.money).toMatchObject({ charge: 0, paid: 0, open: 0 });
  await sidebarText(sidebar, 'Bill this visit again');
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('paid twice: once somebody has looked, the double payment is given back, which can be taken back', async () => {
  const sidebar = await bill(9104, 'W555000222');
  await claimShows(sidebar, 'paid');
  const [{ patientControlNumber = '', totalCharge = cents(0), money } = {}] = await desk.claims();
  const again = claimPaid(patientControlNumber, totalCharge, totalCharge);
  await bring(desk, 'twice.835', [remittance('TWICE1', { claims: [again] })]);
  await claimShows(sidebar, 'unknown');
  await sidebarText(sidebar, 'Where all of it does, say so under “Paid too much”');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Paid too much'));
  await sidebarText(sidebar, 'check TWICE1 of 2026-11-20');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('All of it is this claim’s'));
  await sidebarText(sidebar, 'and all of it is this claim’s.');
  await sidebar.waitForSelector(button('Replace this claim'));
  await sidebar.waitForSelector(button('Cancel it at the payer'));
  await clickInSidebar(page, sidebar, button('Money given back'));
  await sidebarText(sidebar, 'What a payer takes back by a reversal comes by itself');
  const [what] = await sidebar.$$eval('.act select option', (options) =>
    options.flatMap(({ value, text }) => (text.includes('TWICE1') ? value : [])),
  );
  await sidebar.select('.act select:has(option[value=""])', what ?? '');
  expect(await troubles(page, sidebar)).toEqual([]);
  const verb = button(`Write down ${formatMoney(totalCharge)}`);
  await clickInSidebar(page, sidebar, verb);
  await sidebarText(sidebar, 'Write the number, so that it is found again.');
  await clickInSidebar(page, sidebar, '::-p-aria(Number of our check or transfer)');
  await page.keyboard.type('1001');
  await clickInSidebar(page, sidebar, verb);
  await claimShows(sidebar, 'paid');
  await sidebarText(sidebar, `Sent ${formatMoney(totalCharge)} back to the payer, of check TWICE1`);
  expect((await desk.claims())[0]?.money).toEqual(money);
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '[aria-label^="Take it back: Sent "]');
  await sidebarText(sidebar, 'or never reached the payer.');
  await clickInSidebar(page, sidebar, button('Take it back'));
  await claimShows(sidebar, 'unknown');
});
