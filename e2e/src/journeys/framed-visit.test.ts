/** A visit in a frame of an added site, inside a page of another site: read there, and billed from beside the whole page. */
import type { Frame, Page } from 'puppeteer';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  addEhrSites,
  IN_ANY_TAB,
  openSidebar,
  openSidePanel,
  pressBill,
  sidebarText,
} from '../browser/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { holdQuestion } from './hold-question.ts';
import { claimShows, shownVisit } from './shown.ts';
import { troubles } from './troubles.ts';

const AWAKE = '.bill-bar .button.main:not([aria-disabled="true"])';
const MARTA = 'Quintero, Marta 1978-04-12 F';
let desk: Desk;
let opened: Page[] = [];

beforeAll(async () => {
  desk = await openDesk();
});
afterEach(async () => {
  for (const page of opened) await page.close();
  opened = [];
});
afterAll(() => desk?.close());

const visitOf = (patient: 1 | 2, date?: string): string =>
  `${desk.stage.ehr.origin('plain')}/plain/visit?set_pid=${patient}${date ? `&date=${date}` : ''}`;
const split = (): string => `${desk.stage.ehr.origin('plain')}/split/chart`;

/** The portal is no added site, but where a test adds it. */
async function openPortal(frames: readonly string[], patient = ''): Promise<Page> {
  const query = new URLSearchParams([
    ...frames.map((frame) => ['frame', frame]),
    ...(patient ? [['patient', patient]] : []),
  ]);
  const page = await desk.browser.newPage();
  opened.push(page);
  await page.goto(`${desk.stage.ehr.origin('portal')}/portal?${query}`);
  return page;
}

async function openBeside(page: Page): Promise<{ panel: Page; sidebar: Frame }> {
  const panel = await openSidePanel(desk.browser, page);
  opened.unshift(panel);
  return { panel, sidebar: panel.mainFrame() };
}

const ours = (frame: Frame): Promise<string[]> =>
  frame.$$eval('html > *', (all) =>
    all.map(({ localName }) => localName).filter((name) => name.includes('-')),
  );

test('in a page of no added site it is billed from the side panel, and the page itself holds nothing of ours', async () => {
  const page = await openPortal([visitOf(1, '2026-11-20')]);
  const { panel, sidebar } = await openBeside(page);
  expect(await shownVisit(sidebar)).toMatchObject({ patient: MARTA, total: 'Total charge $421.00' });
  await sidebar.waitForSelector(AWAKE);
  await panel.click(AWAKE);
  await claimShows(sidebar, 'paid');
  expect((await desk.claims()).map(({ claim }) => claim.patient.lastName)).toEqual(['Quintero']);
  expect(await ours(page.mainFrame())).toEqual([]);
});

test('a value is shown where it stands in the frame', async () => {
  const page = await openPortal([visitOf(1)]);
  const { panel } = await openBeside(page);
  await panel.waitForSelector(AWAKE);
  await panel.hover('.line-row input');
  const framed = page.frames().find((frame) => frame.url() === visitOf(1));
  const [realm] = framed?.extensionRealms() ?? [];
  await realm?.waitForFunction(() => {
    const host = document.querySelector<HTMLElement>('html > :not(head, body)');
    const root = host && chrome.dom.openOrClosedShadowRoot(host);
    return [...(root?.querySelectorAll('*') ?? [])].filter((part) => part.checkVisibility()).length === 1;
  }, IN_ANY_TAB);
});

test('a patient who comes into the frame between the press and the send is not billed for', async () => {
  const before = (await desk.claims()).length;
  const page = await openPortal([visitOf(1, '2026-11-21')]);
  const { panel, sidebar } = await openBeside(page);
  await sidebar.waitForSelector(AWAKE);
  const question = await holdQuestion(sidebar);
  await panel.click(AWAKE);
  await question.asked();
  await page.$eval('iframe', (frame, address) => frame.setAttribute('src', address), visitOf(2));
  await page.waitForFrame((frame) => frame.url() === visitOf(2));
  await question.letGo();
  await sidebarText(sidebar, 'Not sent');
  expect(await desk.claims()).toHaveLength(before);
});

test('a page that comes to name another patient between the press and the send is not billed from', async () => {
  const before = (await desk.claims()).length;
  await addEhrSites(desk.browser, [desk.stage.ehr.origin('ward')]);
  const page = await desk.browser.newPage();
  opened.push(page);
  const query = new URLSearchParams({ frame: visitOf(1, '2026-11-24'), patient: 'Quintero, Marta' });
  await page.goto(`${desk.stage.ehr.origin('ward')}/portal?${query}`);
  const sidebar = await openSidebar(page);
  await sidebar.waitForSelector(AWAKE);
  const question = await holdQuestion(sidebar);
  await pressBill(page, sidebar);
  await question.asked();
  await page.$eval('dd', (name) => {
    name.textContent = 'Examplesson, Tobias';
  });
  await question.letGo();
  await sidebarText(sidebar, 'Not sent');
  expect(await desk.claims()).toHaveLength(before);
});

test.each(['visibility: hidden', 'opacity: 0', 'position: absolute; left: -9999px', 'display: none'])(
  'a visit in a frame that is not seen (%s) is none, until it is',
  async (style) => {
    const page = await openPortal([visitOf(1, '2026-11-25'), `${desk.stage.ehr.origin('openemr')}/portal`]);
    const draw = (css: string) =>
      page.$eval('iframe', (frame, value) => frame.setAttribute('style', value), css);
    await draw(style);
    const { panel, sidebar } = await openBeside(page);
    await sidebar.waitForSelector('main .state');
    expect(await sidebar.$$('.line-row')).toEqual([]);
    await draw('');
    await panel.click('[aria-label="Read the page again"]');
    await sidebar.waitForSelector(AWAKE);
  },
);

test('the page after it in the same tab is read, and the one before when a person goes back to it', async () => {
  const page = await openPortal([visitOf(1, '2026-11-26')]);
  const { sidebar } = await openBeside(page);
  expect(await shownVisit(sidebar)).toMatchObject({ patient: MARTA });
  await page.goto(`${desk.stage.ehr.origin('portal')}/portal?frame=${encodeURIComponent(visitOf(2))}`);
  await sidebarText(sidebar, 'Examplesson, Tobias');
  await page.goBack();
  await sidebarText(sidebar, 'Quintero, Marta');
});

test('beside a visit in the page itself a frame of another site that shows one, too, keeps both from being billed', async () => {
  const page = await desk.browser.newPage();
  opened.push(page);
  await page.goto(split());
  await page.evaluate(
    (address) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src: address, width: 900, height: 300 });
      document.body.prepend(frame);
    },
    `${desk.stage.ehr.origin('openemr')}/plain/visit?set_pid=2`,
  );
  const sidebar = await openSidebar(page);
  await sidebarText(sidebar, 'Several visits are in sight');
  expect(await sidebar.$$('.line-row')).toEqual([]);
});

test('of visits in two frames none is billed, and what to do is said', async () => {
  const { panel, sidebar } = await openBeside(await openPortal([visitOf(1), visitOf(2)]));
  await sidebarText(sidebar, 'Several visits are in sight');
  expect(await sidebar.$$('.line-row')).toEqual([]);
  expect(await troubles(panel)).toEqual([]);
});

test('in a page of an added site that shows no visit the sidebar beside it bills it, unless the page names another patient', async () => {
  await addEhrSites(desk.browser, [desk.stage.ehr.origin('portal')]);
  const page = await openPortal([visitOf(1, '2026-11-22')]);
  const sidebar = await openSidebar(page);
  expect(await shownVisit(sidebar)).toMatchObject({ patient: MARTA });
  await pressBill(page, sidebar);
  await claimShows(sidebar, 'paid');

  const other = await openPortal([visitOf(1, '2026-11-23')], 'Examplesson, Tobias');
  const beside = await openSidebar(other);
  await sidebarText(beside, 'Two parts of this page name different patients');
  expect(await troubles(other, beside)).toEqual([]);
  expect(await beside.$$('.line-row')).toEqual([]);
});

test('frames within the frame are read with it, by one script', async () => {
  const page = await openPortal([split()]);
  const { sidebar } = await openBeside(page);
  expect(await shownVisit(sidebar)).toMatchObject({ patient: MARTA });
  const inner = page.frames().find((frame) => frame.url().includes('/split/visit'));
  expect(inner && (await ours(inner))).toEqual([]);
});
