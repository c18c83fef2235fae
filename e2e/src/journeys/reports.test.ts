/** A biller asks for a report: nothing is said of nothing, then of the first visits how they were accepted, decided and paid, by payer, as a file. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

let desk: Desk;
let chart: Page;
let sidebar: Frame;
let reports: Page;

beforeAll(async () => {
  desk = await openDesk();
  chart = await desk.openChart(`${desk.stage.ehr.url}?member=DENY1`);
  sidebar = await openSidebar(chart);
  await sidebarText(sidebar, 'DENY1');
});
afterAll(() => desk?.close());

const said = () => reports.$eval('main', (main) => main.textContent ?? '');
const figure = (title: string) =>
  reports.$$eval(
    '.report-figures > div',
    (all, wanted) =>
      all
        .map((one) => [...one.children].map((part) => part.textContent ?? ''))
        .find(([name]) => name === wanted)
        ?.slice(1)
        .join(', '),
    title,
  );

test('from Payments the reports open in a tab of their own, and of no visit nothing is counted', async () => {
  await clickInSidebar(chart, sidebar, '#tab-payments');
  const opened = desk.browser.waitForTarget((target) => target.url().includes('/reports.html'));
  await clickInSidebar(chart, sidebar, '::-p-xpath(//button[normalize-space(.)="Reports"])');
  const page = await (await opened).page();
  if (!page) throw new Error('no tab');
  reports = page;
  await sidebarText(reports, 'was billed. Once some are,');
  expect(await said()).not.toMatch(/%|NaN|\$0/);
  expect(await troubles(reports)).toEqual([]);
});

test('a denied visit: accepted at once, denied of one decided, with the reason in words and the payer', async () => {
  await chart.bringToFront();
  await clickInSidebar(chart, sidebar, '#tab-visit');
  await pressBill(chart, sidebar);
  await desk.newestClaimOnce('denied');
  await reports.bringToFront();
  await reports.reload();
  await sidebarText(reports, 'Nothing is sent live yet: these are test claims.');
  expect(await figure('Accepted at once')).toBe('100 %, of 1 answered');
  expect(await figure('Denied at first')).toBe('100 %, 1 of 1 decided');
  expect(await figure('Accepted at once and not denied')).toBe('0 %, of 1 decided');
  expect(await figure('Collected of expected')).toContain('fee schedule');
  const words = await said();
  expect(words).toContain('1 of 1 decided (100 %)');
  expect(words).not.toContain('NaN');
  const [claim] = await desk.claims();
  for (const part of claim?.patientName.split(', ') ?? []) expect(words).not.toContain(part);
  expect(await troubles(reports)).toEqual([]);
});

test('the rows are by payer or provider, sorted by a column; the address keeps days and rows, and nothing else', async () => {
  await reports.locator('::-p-xpath(//label[.="Rows"]/following-sibling::select)').fill('provider');
  await sidebarText(reports, 'By provider');
  await reports.locator('::-p-xpath(//button[contains(., "Charges")])').click();
  await reports.waitForSelector('th[aria-sort="descending"]');
  await reports.locator('::-p-xpath(//label[.="Dates of service"]/following-sibling::select)').fill('typed');
  await reports.locator('::-p-xpath(//label[.="From"]/following-sibling::input)').fill('2020-01-01');
  await reports.waitForFunction(() => location.search.includes('from=2020-01-01'));
  expect([...new URL(reports.url()).searchParams.keys()]).toEqual(['from', 'to', 'by']);
  await reports.locator('::-p-xpath(//label[.="From"]/following-sibling::input)').fill('2020-13');
  await sidebarText(reports, 'Write it as 2026-11-27.');
  expect(await troubles(reports)).toEqual([]);
});

test('as bars for each payer and provider, by the figure that is chosen', async () => {
  const names = () => reports.$$eval('.report-plot', (all) => all.length);
  const before = await names();
  await reports.locator('::-p-xpath(//label[.="Bars"]/following-sibling::select)').fill('denied');
  await reports.waitForFunction(() => document.body.textContent?.includes('Denied at first'));
  expect(await names()).toBe(before);
  await reports.locator('::-p-xpath(//label[.="Bars"]/following-sibling::select)').fill('collected');
  await sidebarText(reports, 'Nothing of that can be said yet.');
  expect(await names()).toBe(before - 1);
});

test('each table as a file for a spreadsheet, and all of them as one', async () => {
  const saved = async (button: string) => {
    const answered = reports.waitForResponse((response) => response.url().includes('/reports/export'));
    await reports.locator(`::-p-xpath(${button})`).click();
    const answer = await answered;
    return [answer.headers()['content-disposition'], new URL(answer.url()).searchParams.get('by')];
  };
  const csv = (part: string) => `//section[@aria-labelledby="${part}"]//button[.="Save as CSV"]`;
  expect(await saved(csv('by-group'))).toEqual([
    expect.stringContaining('report-rows-2020-01-01'),
    'provider',
  ]);
  expect((await saved(csv('denials')))[0]).toContain('report-denials-');
  expect((await saved('//button[.="Save all as Excel"]'))[0]).toContain('.xlsx');
});

test('narrowed to one provider by its row; the address says which, and all come back', async () => {
  await reports.locator('::-p-xpath(//tbody//button[@title="This one alone"])').click();
  await reports.waitForFunction(() => location.search.includes('provider='));
  await sidebarText(reports, 'All providers');
  expect(await figure('Denied at first')).toBe('100 %, 1 of 1 decided');
  await reports.locator('::-p-xpath(//label[.="Provider"]/following-sibling::select)').fill('');
  await reports.waitForFunction(() => !location.search.includes('provider='));
});

test('from why claims were denied to those that are still to work, of the same payer', async () => {
  await reports.locator('#denials ~ ul a').click();
  await reports.waitForFunction(() => location.pathname === '/worklists.html');
  const [claim] = await desk.claims();
  await sidebarText(reports, claim?.patientName ?? '');
  expect(await reports.$eval('.choice[aria-pressed="true"]', (chosen) => chosen.textContent)).toContain(
    'Denied',
  );
  await sidebarText(reports, 'Filter (1 on)');
  expect(await troubles(reports)).toEqual([]);
  await reports.locator('.claim-rows button.claim-row').click();
  await reports.waitForSelector('#back-to-claims');
  expect(await troubles(reports)).toEqual([]);
});
