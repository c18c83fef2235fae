/** Money as the biller sees it: a payment in full and at the bank, one brought as a file, one typed in from paper. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, sidebarText } from '../browser/index.ts';
import { billVisit } from './bill-visit.ts';
import { type Desk, openDesk } from './desk.ts';
import { claimShows } from './shown.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let page: Page;
let folder: string;

beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), 'claimside-payments-'));
});
afterEach(() => page?.close());
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await desk?.close();
});

const button = (words: string) => `::-p-xpath(//button[normalize-space(.)="${words}"])`;
const field = (label: string) =>
  `::-p-xpath(//label[normalize-space(.)="${label}"]/following-sibling::input)`;

async function bill(visit: number, memberId: string): Promise<Frame> {
  const billed = await billVisit(desk, visit, memberId);
  ({ page } = billed);
  return billed.sidebar;
}
const openPayments = (sidebar: Frame) =>
  clickInSidebar(page, sidebar, '::-p-xpath(//*[@role="tab"][contains(., "Payments")])');
async function type(sidebar: Frame, label: string, text: string) {
  await clickInSidebar(page, sidebar, field(label));
  await page.keyboard.down('Control');
  await page.keyboard.press('a');
  await page.keyboard.up('Control');
  await page.keyboard.type(text);
}

async function newestRemittanceFile(): Promise<Buffer> {
  const { files } = desk.client.api;
  const listed = await files.$get();
  if (!listed.ok) throw new Error(`no files: ${listed.status}`);
  const file = (await listed.json()).find(({ kind }) => kind === '835');
  const content = await files[':id'].content.$get({ param: { id: file?.id ?? '' } });
  return Buffer.from(await content.arrayBuffer());
}

/** Another payment, of a claim that nobody here knows, with remarks of the claim (MOA) and of its first line (LQ) that stand beside no reason. */
const remarked = (remittance: Buffer): Buffer =>
  Buffer.from(
    remittance
      .toString('latin1')
      .replaceAll('W900200100', 'W900200199')
      .replace(/TRN\*1\*[^*]+/, 'TRN*1*REMARKED1')
      .replace(/CLP\*[^*]+(.*?\*CI\*)[^~*]+/, 'CLP*NOBODY77$1ICN77')
      .replace(/NM1\*QC[^~]+~/, '$&MOA***N290*MA130~')
      .replace(/AMT\*B6\*148~/, '$&LQ*HE*N362~')
      .replace(/SE\*(\d+)/, (_, count) => `SE*${Number(count) + 2}`),
    'latin1',
  );

test('a payment adds up in sight, says why less was paid, arrives at the bank, and leads to its claim', async () => {
  const sidebar = await bill(9301, 'PARTIAL1');
  await claimShows(sidebar, 'partly-paid');
  await openPayments(sidebar);
  await sidebarText(sidebar, 'not at the bank yet');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '.claim-row');
  await sidebarText(sidebar, 'claims $229.44 = payment $229.44');
  await clickInSidebar(page, sidebar, '::-p-xpath(//summary[contains(., "3 lines")])');
  await sidebarText(sidebar, 'Deductible $50.00 PR-1');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('It has arrived'));
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('$229.44 arrived'));
  await sidebarText(sidebar, 'At the bank 20');
  await clickInSidebar(page, sidebar, button('Correct that'));
  await clickInSidebar(page, sidebar, button('It has not arrived'));
  await sidebarText(sidebar, 'Not at the bank yet');
  await clickInSidebar(page, sidebar, button('Open the claim'));
  await claimShows(sidebar, 'partly-paid');
  await clickInSidebar(page, sidebar, '#back-to-payments');
  await sidebarText(sidebar, 'payment $229.44');
});

test('a payment that is taken back and paid anew leaves the new one; all three are in sight', async () => {
  const sidebar = await bill(9304, 'REVERSE4');
  await sidebarText(sidebar, 'took back $336.80');
  const shown = await claimShows(sidebar, 'paid');
  expect(shown.money).toContain('paid $378.90 + contract $42.10 + patient $0.00');
  expect(shown.steps.filter((step) => /paid|took back/.test(step)).sort()).toEqual([
    'AETNA paid $336.80',
    'AETNA paid $378.90',
    'AETNA took back $336.80',
  ]);
  await openPayments(sidebar);
  await clickInSidebar(page, sidebar, '.claim-row');
  await sidebarText(sidebar, 'an earlier payment taken back');
  await sidebarText(sidebar, 'claims $42.10 = payment $42.10');
  expect(await troubles(page, sidebar)).toEqual([]);
});

test('what a payer takes back without paying is carried to its next payment, and stands between it and the practice', async () => {
  const sidebar = await bill(9305, 'TAKEBACK5');
  await claimShows(sidebar, 'reversed');
  await openPayments(sidebar);
  await clickInSidebar(page, sidebar, button('Between us and payers'));
  await sidebarText(sidebar, 'balance carried to a later payment');
  await sidebarText(sidebar, '$336.80');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Open the payment'));
  await sidebarText(sidebar, '= payment $0.00');
});

test('a file that is brought again is posted once, another one shows its remarks, and one that nobody understands says so', async () => {
  const sidebar = await bill(9302, 'W900200100');
  await claimShows(sidebar, 'paid');
  await openPayments(sidebar);
  const bring = async (name: string, content: string | Buffer) => {
    writeFileSync(join(folder, name), content);
    const input = (await sidebar.waitForSelector('input[type=file]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(join(folder, name));
  };
  await bring('my copy.835', await newestRemittanceFile());
  await sidebarText(sidebar, 'came before: nothing of it was posted again.');
  const [claim] = await desk.claims();
  expect(claim?.events.filter(({ fact }) => fact.type === 'payment')).toHaveLength(1);
  await bring('remarked.835', remarked(await newestRemittanceFile()));
  await clickInSidebar(page, sidebar, '::-p-xpath(//button[contains(., "REMARKED1")])');
  await sidebarText(sidebar, 'Remarks N290, MA130');
  await clickInSidebar(page, sidebar, '.claim-row summary');
  await sidebarText(sidebar, 'Remark N362');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, '#back-to-payments');
  await bring('letter.txt', 'Dear biller');
  await sidebarText(sidebar, 'does not know this kind of file');
  expect(await troubles(page, sidebar)).toEqual([]);
});

const ADD_CLAIMS = 'Add the claims that it pays, or the money beside them.';
const isGone = (sidebar: Frame, words: string) =>
  sidebar.waitForFunction((said) => !document.body.textContent.includes(said), IN_ANY_TAB, words);

test('a payment from paper is typed in line by line, with each code that it names, and posted only once it adds up', async () => {
  const sidebar = await bill(9303, 'SILENT3');
  await claimShows(sidebar, 'file-accepted');
  await openPayments(sidebar);
  await clickInSidebar(page, sidebar, button('Type in a payment'));
  const place = () =>
    sidebar.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.dataset.place : '',
    );
  await expect.poll(place).toBe('payer');
  const offered = await sidebar.$$eval('datalist option', (all) =>
    all.map((each) => each.getAttribute('value')),
  );
  expect(offered).toContain('Aetna');
  await type(sidebar, 'Payer', 'Aetna');
  await type(sidebar, 'Check or EFT number', 'PAPER-77');
  await type(sidebar, 'Total', '300.00');
  await clickInSidebar(page, sidebar, button('Post the payment'));
  await sidebarText(sidebar, ADD_CLAIMS);
  await type(sidebar, 'Add a claim: name, date or claim number', '2026-11-13');
  await page.keyboard.press('Enter');
  await clickInSidebar(page, sidebar, '.claim-choice .claim-row');
  await isGone(sidebar, ADD_CLAIMS);
  await sidebarText(sidebar, '$185.00 not accounted for yet.');
  expect(await troubles(page, sidebar)).toEqual([]);
  await type(sidebar, 'Payer’s claim number', 'ICN5');
  const paid = await sidebar.$$(field('Paid'));
  const contract = await sidebar.$$(field('By contract'));
  for (const [index, [pays, takes]] of [
    ['150', '35'],
    ['70', '26'],
    ['80', '59'],
  ].entries()) {
    await paid[index]?.type(pays ?? '');
    await contract[index]?.type(takes ?? '');
  }
  await clickInSidebar(page, sidebar, button('Post the payment'));
  await sidebarText(sidebar, 'line 3 does not add up to its charge.');
  // To the line that it is about.
  await expect.poll(place).toBe('claim-0-line-2');
  await sidebarText(sidebar, '$1.00 not accounted for yet.');
  await contract[2]?.press('Backspace');
  await contract[2]?.press('Backspace');
  await contract[2]?.type('40');
  // The paper names two codes for what is not paid of that line.
  const notPaid = await sidebar.$$(field('Not paid'));
  await notPaid[2]?.type('12');
  await type(sidebar, 'Code, such as CO-197', 'CO-97');
  await clickInSidebar(page, sidebar, button('Not paid for another reason, too'));
  const label = () => sidebar.evaluate(() => document.activeElement?.parentElement?.textContent);
  await expect.poll(label).toContain('Not paid, 2');
  await page.keyboard.type('8');
  await page.keyboard.press('Tab');
  await page.keyboard.type('co 197');
  await sidebarText(sidebar, 'claims $300.00 = total $300.00');
  expect(await troubles(page, sidebar)).toEqual([]);
  await clickInSidebar(page, sidebar, button('Post the payment'));
  await sidebarText(sidebar, 'PAPER-77 of Aetna, $300.00, is posted.');
  expect(await troubles(page, sidebar)).toEqual([]);
  expect((await desk.claims())[0]).toMatchObject({
    status: 'partly-paid',
    payerClaimControlNumber: 'ICN5',
    money: { paid: 30_000, contractual: 10_100, open: 2_000 },
  });
  // Said until something else is done.
  await clickInSidebar(page, sidebar, button('Between us and payers'));
  await isGone(sidebar, 'is posted.');
});
