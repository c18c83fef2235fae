/** A claim of the wrong payer is billed to the right one instead; a replacement that leads nowhere is given up, and the denial goes on. */
import { cents } from '@claimside/shared/values';
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { chooseInSidebar, clickInSidebar, pressBill, sidebarText, typeInSidebar } from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { bring, claimPaid, remittance } from './brought.ts';
import { DESK_PRACTICE, type Desk, openDesk } from './desk.ts';
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

/** Of the last file: who is billed and in which turn, how, and what other payers are said to have paid. */
async function lastSent(): Promise<string[]> {
  const segments = (await sentFiles(desk.stage.sandbox)).at(-1)?.segments ?? [];
  return segments.filter((segment) => /^(SBR|AMT\*D|NM1\*PR|REF\*F8)/.test(segment));
}

test('another insurance comes first: it is billed instead, the refusing one stands behind it undecided, and the money starts from nothing', async () => {
  const sidebar = await bill(9301, 'NOTFIRST1');
  await claimShows(sidebar, 'denied');
  await sidebarText(sidebar, 'Another insurance comes first.');
  const [first] = await sidebar.$$eval('.claim-head .actions button', (all) =>
    all.map((each) => each.textContent),
  );
  expect(first).toBe('Bill another insurance instead');
  // The wrong one is explained.
  expect(await sidebar.$(button('Bill the next insurance'))).toBeNull();
  await clickInSidebar(page, sidebar, '.not-now summary');
  await sidebarText(sidebar, 'bill that one instead, without this refusal');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Bill another insurance instead'));
  await sidebarText(sidebar, 'says nothing of what Aetna decided');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '[data-path="coverage.payerId"]');
  await page.keyboard.type('Blue Cross');
  await page.keyboard.press('Enter');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'X9301');
  await chooseInSidebar(sidebar, 'relationshipToSubscriber', '18');
  await pressBill(page, sidebar, 'Bill this insurance instead');
  const { money } = await claimShows(sidebar, 'paid');
  expect(money).toContain('paid $336.80 + contract $84.20');
  await sidebarText(sidebar, 'Another insurance instead');
  expect(await lastSent()).toEqual([
    expect.stringMatching(/^SBR\*P\*18\*.*\*BL$/),
    expect.stringMatching(/^NM1\*PR\*.*\*00621$/),
    expect.stringMatching(/^SBR\*S\*18\*.*\*CI$/),
    expect.stringMatching(/^NM1\*PR\*.*\*60054$/),
  ]);
  expect(await desk.claims()).toHaveLength(1);
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('what pays last may want the refusal: it is billed as the next one, with what was filled in', async () => {
  const { payers } = DESK_PRACTICE;
  const medicaid = { payerId: 'SKIL0', name: 'Imaginary Medicaid', claimFilingIndicator: 'MC', aliases: [] };
  const json = { ...DESK_PRACTICE, payers: [...payers, medicaid] };
  expect((await desk.client.api.practice.$put({ header: {}, json })).status).toBe(200);
  const sidebar = await bill(9303, 'NOTFIRST3');
  await claimShows(sidebar, 'denied');
  await clickInSidebar(page, sidebar, button('Bill another insurance instead'));
  await clickInSidebar(page, sidebar, '[data-path="coverage.payerId"]');
  await page.keyboard.type('Imaginary');
  await page.keyboard.press('Enter');
  await typeInSidebar(page, sidebar, 'coverage.memberId', 'X9303');
  await chooseInSidebar(sidebar, 'relationshipToSubscriber', '18');
  await sidebarText(sidebar, 'Imaginary Medicaid pays after every other insurance');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Bill it with the refusal'));
  await sidebarText(sidebar, 'What Aetna decided goes with it');
  expect(await troubles(page, sidebar)).toEqual([]);
  await pressBill(page, sidebar, 'Bill the next insurance');
  await sidebarText(sidebar, 'Next insurance');
  await claimShows(sidebar, 'partly-paid');
  expect(await lastSent()).toEqual([
    expect.stringMatching(/^SBR\*S\*18\*.*\*MC$/),
    expect.stringMatching(/^NM1\*PR\*.*\*SKIL0$/),
    expect.stringMatching(/^SBR\*P\*18\*.*\*CI$/),
    'AMT*D*0',
    expect.stringMatching(/^NM1\*PR\*.*\*60054$/),
    expect.stringMatching(/^REF\*F8\*SBX/),
  ]);
});

test('a replacement that the payer rejects is given up with who said so, and the denial is appealed', async () => {
  const sidebar = await bill(9302, 'SILENT9302');
  await claimShows(sidebar, 'file-accepted');
  const [{ patientControlNumber = '', totalCharge = cents(0) } = {}] = await desk.claims();
  const refused = { statusCode: '4', adjustments: [{ group: 'CO', reason: '50', amount: totalCharge }] };
  // Under a number that the sandbox knows no claim by: it rejects what names it.
  const denied = claimPaid(patientControlNumber, totalCharge, 0, {
    ...refused,
    payerClaimControlNumber: 'NOTHERE1',
  });
  await bring(desk, 'denied.835', [
    remittance('DENIED1', { claims: [denied], paymentMethod: 'NON', handlingCode: 'H' }),
  ]);
  await claimShows(sidebar, 'denied');
  await clickInSidebar(page, sidebar, button('Replace this claim'));
  await clickInSidebar(page, sidebar, 'input[data-path="unchanged"]');
  await pressBill(page, sidebar, 'Replace the claim');
  await claimShows(sidebar, 'rejected-by-payer');
  await sidebarText(sidebar, 'had decided on the claim before it stands meanwhile');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('It stays as decided'));
  await sidebarText(sidebar, 'Nothing is sent.');
  await clickInSidebar(page, sidebar, button('It stays so'));
  await sidebarText(sidebar, 'Write down who said so');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '::-p-aria(Who said so, and when)');
  await page.keyboard.type('Ms Invented of Aetna, 2026-11-27');
  await clickInSidebar(page, sidebar, button('It stays so'));
  await claimShows(sidebar, 'denied');
  await sidebarText(sidebar, 'It stays as the payer had decided');
  await sidebar.waitForSelector(button('Appeal'));
  expect(await troubles(page, sidebar)).toEqual([]);

  await clickInSidebar(page, sidebar, '[aria-label="Take it back: It stays as the payer had decided"]');
  await sidebarText(sidebar, 'waits for its payer again');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Take it back'));
  await claimShows(sidebar, 'rejected-by-payer');
  await sidebar.waitForSelector(button('It stays as decided'));
  expect(await troubles(page, sidebar)).toEqual([]);
});
