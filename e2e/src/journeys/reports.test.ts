/** A biller asks for a report: nothing is said of nothing, then of the first visits how they were accepted, decided and paid, by payer, as a file. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickInSidebar, IN_ANY_TAB, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { billed, settled } from './billed.ts';
import { type Desk, openDesk } from './desk.ts';
import { troubles } from './troubles.ts';

/** The NPI of who treats too, and stands by it: the practice's settings do not name them. */
const SECOND = '1003000126';

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
  const plots = () => reports.$$eval('.report-plot', (all) => all.length);
  const legend = () => reports.$eval('[aria-labelledby="by-group"] .report-legend', (one) => one.textContent);
  const before = await plots();
  expect(await legend()).toContain('Charges beyond both');
  await reports.locator('::-p-xpath(//label[.="Bars"]/following-sibling::select)').fill('denied');
  await expect.poll(legend).toBe('Denied at first');
  expect(await plots()).toBe(before);
  await reports.locator('::-p-xpath(//label[.="Bars"]/following-sibling::select)').fill('collected');
  await sidebarText(reports, 'Nothing of that can be said yet.');
  expect(await plots()).toBe(before - 1);
});

test('each table as a file for a spreadsheet, and all of them as one', async () => {
  const saved = async (press: () => Promise<void>) => {
    const answered = reports.waitForResponse((response) => response.url().includes('/reports/export'));
    await press();
    const answer = await answered;
    return [answer.headers()['content-disposition'], new URL(answer.url()).searchParams.get('by')];
  };
  // No deadline is known, and no payer has had a claim for long: both of their tables are out of sight.
  const tables = ['months', 'rows', 'denials', 'aging'];
  for (const [at, table] of tables.entries()) {
    const [name, by] = await saved(async () => {
      const buttons = await reports.$$('::-p-xpath(//button[.="Save as CSV"])');
      expect(buttons).toHaveLength(tables.length);
      await buttons[at]?.click();
    });
    expect(name).toContain(`report-${table}-2020-01-01`);
    expect(by).toBe('provider');
  }
  const [name] = await saved(() => reports.locator('::-p-xpath(//button[.="Save all as Excel"])').click());
  expect(name).toContain('.xlsx');
});

const row = (provider: string) =>
  reports.locator(`::-p-xpath(//tbody//button[@title="This one alone"][contains(., "${provider}")])`).click();
const chosenProvider = () =>
  reports.$eval(
    '::-p-xpath(//label[.="Provider"]/following-sibling::select)',
    (select) => (select as HTMLSelectElement).value,
  );
const allProviders = () =>
  reports.locator('::-p-xpath(//label[.="Provider"]/following-sibling::select)').fill('');
const claimsShown = async (list: string, filters: number) => {
  await reports.waitForFunction(() => location.pathname === '/worklists.html', IN_ANY_TAB);
  await sidebarText(reports, `Filter (${filters} on)`);
  expect(await reports.$eval('.choice[aria-pressed="true"]', (chosen) => chosen.textContent)).toContain(list);
  await reports.waitForSelector('.claim-rows button.claim-row');
  expect(await reports.$$('.claim-rows button.claim-row')).toHaveLength(1);
  expect(await troubles(reports)).toEqual([]);
};

test('narrowed to one provider by its row; the address says which, and all come back', async () => {
  const renderingProvider = { lastName: 'Second', firstName: 'Sam', npi: SECOND };
  const ids = await billed(desk, ['CAPITATED1'], { renderingProvider });
  await settled(desk, ids, ['denied']);
  await reports.reload();
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 2 of 2 decided');
  await row('Halvorsen');
  await reports.waitForFunction(() => location.search.includes('provider='));
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 1 of 1 decided');
  expect(await chosenProvider()).not.toBe('');
  await allProviders();
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 2 of 2 decided');
  expect(await chosenProvider()).toBe('');
  expect(new URL(reports.url()).searchParams.has('provider')).toBe(false);
});

test('from what a capitation may have paid to where it waits for a person, of the same payer and provider', async () => {
  await row(SECOND);
  await sidebarText(reports, 'CO 24');
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 1 of 1 decided');
  await reports.locator('#denials ~ ul a').click();
  await claimsShown('Needs you', 3);
  await sidebarText(reports, 'Write it off where a capitation pays for it, or bill the plan that does.');
  await reports.goBack();
  await allProviders();
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 2 of 2 decided');
});

test('from why claims were denied to those that are still to work, of the same payer and provider', async () => {
  await row('Halvorsen');
  await expect.poll(() => figure('Denied at first')).toBe('100 %, 1 of 1 decided');
  await reports.locator('#denials ~ ul a').click();
  await claimsShown('Denied', 2);
  // The newest is that of the other provider.
  const [, claim] = await desk.claims();
  await sidebarText(reports, claim?.patientName ?? '');
  await reports.locator('.claim-rows button.claim-row').click();
  await reports.waitForSelector('#back-to-claims');
  expect(await troubles(reports)).toEqual([]);
});
