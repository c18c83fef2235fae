/** Several tabs of one site that reach into each other, or are copies: a claim is its own tab's, and one tab fills no other's. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { openOptions, openSidebar, pressBill, sidebarText } from '../browser/index.ts';
import { ask } from '../ehr/extension.ts';
import { holdQuestion } from '../journeys/hold-question.ts';
import { claimShows } from '../journeys/shown.ts';
import { type HostileDesk, openHostileDesk, readyToBill } from './desk.ts';
import { OTHER_CHART, ownersOf } from './moves.ts';
import type { VisitPage } from './pages.ts';
import { scriptAnswers } from './reading.ts';
import { sampleOf } from './sample.ts';

let desk: HostileDesk;
let asker: Page;
const opened: Page[] = [];

beforeAll(async () => {
  desk = await openHostileDesk();
  asker = await openOptions(desk.browser);
});
afterEach(async () => {
  for (const page of opened.splice(0)) await page.close();
});
afterAll(() => desk?.close());

/** Opens a tab by what `act` does in another one, once it is at its address. */
async function opens(url: string, act: () => Promise<unknown>): Promise<Page> {
  const known = new Set(desk.browser.targets());
  const target = desk.browser.waitForTarget((one) => !known.has(one) && one.url() === url);
  await act();
  const page = await (await target).page();
  if (!page) throw new Error('no page');
  opened.push(page);
  return page;
}

/** By the extension's own interface, which is told the addresses of added sites alone. */
const tabAt = (url: string): Promise<number> =>
  asker.evaluate(async (address) => {
    const tab = (await chrome.tabs.query({})).find((one) => one.url === address);
    if (tab?.id === undefined) throw new Error('no such tab');
    return tab.id;
  }, url);
const duplicate = (tabId: number) => asker.evaluate((id) => chrome.tabs.duplicate(id), tabId);
const moveToNewWindow = (tabId: number) =>
  asker.evaluate((id) => chrome.windows.create({ tabId: id }), tabId);

async function beside(page: Page): Promise<Frame> {
  const sidebar = await openSidebar(page);
  await readyToBill(sidebar);
  return sidebar;
}

/** Presses, and keeps the send waiting for the page's answer. */
async function pressed(page: Page, sidebar: Frame): Promise<() => Promise<unknown>> {
  await page.bringToFront();
  const question = await holdQuestion(sidebar);
  await pressBill(page, sidebar);
  await question.asked();
  return question.letGo;
}

const owners = async () => (await desk.claims()).map(({ claim }) => ownersOf(claim));
/** A visit of its own day, so that no test finds the claim of another; after the 12th, as the order of the date is told by it. */
const onDay = (day: string, more: VisitPage = {}): string =>
  desk.pages.visit({
    ...more,
    instead: [
      ...(more.instead ?? []),
      ['Visit of 11/16/2026', `Visit of 11/${day}/2026`],
      ['<td>11/16/2026</td>', `<td>11/${day}/2026</td>`],
    ],
  });

/** The tab `chart` was opened by the other one, which is its opener. Each runs in the tab named first. */
const REACHES = {
  'is renamed by the tab that opened it': [
    'opener',
    "chart.document.querySelector('#last').value = 'Examplesson'",
  ],
  'is filled anew by the tab that opened it': [
    'opener',
    "chart.document.body.innerHTML = document.body.innerHTML.replace('99214', '99215')",
  ],
  'is renamed by the tab that it opened': [
    'chart',
    "opener.document.querySelector('#last').value = 'Examplesson'",
  ],
  'is given another code by a frame of the tab that it opened': [
    'chart',
    "const frame = document.body.appendChild(document.createElement('iframe')); frame.contentWindow.eval(\"const cell = [...parent.opener.document.querySelectorAll('td')].find((one) => one.textContent === '99214'); cell.textContent = '99215'\")",
  ],
} as const;

test.each(sampleOf(Object.entries(REACHES), 2))(
  'a chart that %s between the press and the send is not billed from',
  async (_, [from, act]) => {
    const page = await desk.openChart(onDay('13'));
    opened.push(page);
    const url = onDay('14');
    const popup = await opens(url, () => page.evaluate(`chart = window.open('${url}', 'chart'); null`));
    const [attacked, attacker] = from === 'opener' ? [popup, page] : [page, popup];
    const sidebar = await beside(attacked);
    const before = (await desk.claims()).length;
    const letGo = await pressed(attacked, sidebar);
    await attacker.evaluate(act);
    await letGo();
    await sidebarText(sidebar, 'Not sent: ');
    expect((await desk.claims()).length).toBe(before);
  },
);

test('two charts, one opened by the other and pressed while it waits, are billed each as its own', async () => {
  const before = (await owners()).length;
  const page = await desk.openChart(onDay('17'));
  opened.push(page);
  const url = onDay('17', OTHER_CHART);
  const popup = await opens(url, () => page.evaluate(`window.open('${url}', 'chart'); null`));
  const ours = await beside(page);
  const letGo = await pressed(page, ours);
  const theirs = await beside(popup);
  const letGoTheirs = await pressed(popup, theirs);
  await letGoTheirs();
  await claimShows(theirs, 'paid');
  await letGo();
  // What is behind does not follow the server.
  await page.bringToFront();
  await claimShows(ours, 'paid');
  expect((await owners()).slice(0, -before || undefined)).toEqual([['Marta'], ['Tobias']]);
});

test('a copy of a tab has a draft of its own; both pressed at once make one claim', async () => {
  const before = (await owners()).length;
  const url = onDay('18');
  const page = await desk.openChart(url);
  opened.push(page);
  const copy = await opens(url, async () => duplicate(await tabAt(url)));
  const [ours, theirs] = [await beside(page), await beside(copy)];
  const letGo = await pressed(page, ours);
  const letGoTheirs = await pressed(copy, theirs);
  await Promise.all([letGo(), letGoTheirs()]);
  await claimShows(theirs, 'paid');
  await page.bringToFront();
  await claimShows(ours, 'paid');
  expect((await owners()).slice(0, -before || undefined)).toEqual([['Marta']]);
});

test('a press in one tab is not the copy`s: that one goes to another chart meanwhile, and the first is moved to another window', async () => {
  const before = (await owners()).length;
  const url = onDay('19');
  const page = await desk.openChart(url);
  opened.push(page);
  const copy = await opens(url, async () => duplicate(await tabAt(url)));
  const sidebar = await beside(page);
  const letGo = await pressed(page, sidebar);
  const other = onDay('19', OTHER_CHART);
  await copy.goto(other);
  await scriptAnswers(asker, other);
  await moveToNewWindow(await tabAt(url));
  await letGo();
  await claimShows(sidebar, 'paid');
  expect((await owners()).slice(0, -before || undefined)).toEqual([['Marta']]);
});

test('what the pages before said of the coverage fills the next page of the same tab, and of no copy of it', async () => {
  const memberAt = async (page: Page, address: string) => {
    await page.goto(address);
    await scriptAnswers(asker, address);
    return (await ask(asker, address, { type: 'page/read' })).fields['coverage.memberId']?.value;
  };
  const less: VisitPage = { instead: [['<dt>Member ID</dt><dd>W123456789</dd>', '']] };
  const page = await desk.browser.newPage();
  expect(await memberAt(page, onDay('20'))).toBe('W123456789');
  const between = desk.pages.page('<!doctype html>Nobody');
  await page.goto(between);
  await scriptAnswers(asker, between);
  const copy = await opens(between, async () => duplicate(await tabAt(between)));
  expect(await memberAt(page, onDay('23', less))).toBe('W123456789');
  // What is known is left for this tab's next page, which never comes.
  await page.close();
  expect(await memberAt(copy, onDay('23', less))).toBeUndefined();
});
